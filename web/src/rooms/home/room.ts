import { defineRoom } from '@/kit/manifest'

/** Whoever may do something that can wait for them. */
const WORK = ['IMPORT', 'CORRECT_FACT', 'EXPORT', 'APPROVE_EXPORT', 'ERASE', 'APPROVE_ERASURE', 'PUBLISH_CLAUSE', 'MANAGE_ACCOUNTS', 'GRANT_ROLES']

/** Home 工作台: the work that waits for whoever signs in, and what comes due for the people in sight. */
export default defineRoom({
  name: 'home',
  routes: [
    { path: '/desk/todo', component: () => import('./TodoPage.vue'), meta: { group: 'desk', right: WORK } },
    { path: '/desk/due', component: () => import('./DuePage.vue'), meta: { group: 'desk', right: 'READ_PEOPLE' } },
  ],
  entries: [
    { group: 'desk', label: 'home.todo.title', path: '/desk/todo', order: 10, right: WORK, phrases: ['待办', '我的工作', '复核', '待认定'] },
    {
      group: 'desk',
      label: 'home.due',
      path: '/desk/due',
      order: 30,
      right: 'READ_PEOPLE',
      reads: 'CAREER',
      phrases: ['到龄', '试用期满', '任期', '同职满', '退休', '到期提醒'],
    },
  ],
})
