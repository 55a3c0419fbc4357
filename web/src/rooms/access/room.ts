import { defineRoom } from '@/kit/manifest'

/** Access 账号与权限: accounts and roles, second persons, and one's own sign-ins. */
export default defineRoom({
  name: 'access',
  routes: [
    { path: '/accounts', component: () => import('./AccountsPage.vue'), meta: { group: 'rules', right: 'READ_ACCOUNTS' } },
    { path: '/approvals', component: () => import('./ApprovalsPage.vue'), meta: { group: 'desk' } },
    { path: '/my/totp', component: () => import('./TotpPage.vue') },
    { path: '/my/sessions', component: () => import('./SessionsPage.vue') },
  ],
  entries: [
    {
      group: 'desk',
      label: 'access.approvals',
      path: '/approvals',
      order: 40,
      right: ['EXPORT', 'APPROVE_EXPORT', 'ERASE', 'APPROVE_ERASURE'],
      phrases: ['双人复核', '批量导出', '复核', '抹除'],
    },
    {
      group: 'rules',
      label: 'access.accounts',
      path: '/accounts',
      order: 90,
      right: 'READ_ACCOUNTS',
      phrases: ['账号', '权限', '角色', '授权', '三员', '系统管理员', '安全管理员', '审计管理员'],
    },
  ],
})
