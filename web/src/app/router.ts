import { createRouter, createWebHistory } from 'vue-router'
import { may, recallSession, session } from '@/api/session'
import { menu, rooms } from './manifests'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'home', component: () => import('./AbsentPage.vue') },
    { path: '/sign-in', name: 'sign-in', component: () => import('./SignInPage.vue'), meta: { bare: true } },
    { path: '/first-password', name: 'first-password', component: () => import('./FirstPasswordPage.vue'), meta: { bare: true } },
    { path: '/my/password', component: () => import('./PasswordPage.vue') },
    ...rooms.flatMap((room) => room.routes),
    { path: '/:rest(.*)*', name: 'absent', component: () => import('./AbsentPage.vue') },
  ],
})

let asked = false

router.beforeEach(async (to) => {
  // Where ballots are filled in nobody is asked who they are: not even whether somebody is signed in.
  if (to.meta.nobody) return true
  if (!asked) {
    asked = true
    try {
      await recallSession()
    } catch {
      asked = false
    }
  }
  if (!session.value) return to.name === 'sign-in' ? true : { name: 'sign-in', query: { to: to.fullPath } }
  if (session.value.mustChange && to.name !== 'first-password') return { name: 'first-password', query: { to: to.fullPath } }
  if (to.name === 'sign-in') return '/'
  if (to.name === 'home') return menu()[0]?.entries[0]?.path ?? '/my/password'
  if (!may(to.meta.right)) return { name: 'absent', params: { rest: to.path.slice(1).split('/') }, query: to.query }
  return true
})

router.afterEach((to, from) => {
  if (to.path !== from.path && from.matched.length) setTimeout(() => document.getElementById('page-title')?.focus(), 60)
})
