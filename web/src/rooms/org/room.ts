import { defineRoom } from '@/kit/manifest'

/** Organization 机构: teams by their seats, units with posts and numbers, and what may be done to them. */
export default defineRoom({
  name: 'org',
  routes: [
    { path: '/teams', component: () => import('./TeamsPage.vue'), meta: { group: 'people', right: 'READ_PEOPLE' } },
    {
      path: '/teams/:id',
      component: () => import('./TeamPage.vue'),
      meta: { group: 'people', entry: '/teams', right: 'READ_PEOPLE' },
    },
    { path: '/establishment', component: () => import('./EstablishmentPage.vue'), meta: { group: 'people', right: 'READ_PEOPLE' } },
    { path: '/units', component: () => import('./UnitsPage.vue'), meta: { group: 'people' } },
    { path: '/units/:id', component: () => import('./UnitsPage.vue'), meta: { group: 'people', entry: '/units' } },
    {
      path: '/posts/:id',
      component: () => import('./PostPage.vue'),
      meta: { group: 'people', entry: '/units', right: 'READ_PEOPLE' },
    },
    { path: '/organization-erasures/:id', component: () => import('./OrgErasurePage.vue'), meta: { group: 'desk', entry: '/approvals', right: 'READ_PEOPLE' } },
  ],
  entries: [
    {
      group: 'people',
      label: 'org.teams',
      path: '/teams',
      order: 20,
      right: 'READ_PEOPLE',
      reads: 'CAREER',
      phrases: ['班子', '领导班子', '班子结构', '空缺', '班子和个人同步管', '老中青'],
    },
    {
      group: 'people',
      label: 'org.units',
      path: '/units',
      order: 30,
      right: ['READ_PEOPLE', 'MANAGE_AUTHORITY', 'MANAGE_ACCOUNTS'],
      phrases: ['机构', '单位', '职数', '核定职数', '干部管理权限', '党管干部', '省管', '市管', '县管'],
    },
    {
      group: 'people',
      label: 'org.byLevel.title',
      path: '/establishment',
      order: 32,
      right: 'READ_PEOPLE',
      reads: 'CAREER',
      phrases: ['分级别职数', '核定', '实配', '空缺', '超配', '职数配备'],
    },
  ],
})
