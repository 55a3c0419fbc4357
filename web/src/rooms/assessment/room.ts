import { defineRoom } from '@/kit/manifest'

/** Assessment 测评: rounds by the unit that runs them, what came of them, and the voter's page, which knows nobody. */
export default defineRoom({
  name: 'assessment',
  routes: [
    { path: '/rounds', component: () => import('./RoundsPage.vue'), meta: { group: 'quality', right: 'RUN_ROUNDS' } },
    { path: '/rounds/new', component: () => import('./NewRoundPage.vue'), meta: { group: 'quality', entry: '/rounds', right: 'RUN_ROUNDS' } },
    { path: '/rounds/:id', component: () => import('./RoundPage.vue'), meta: { group: 'quality', entry: '/rounds', right: 'RUN_ROUNDS' } },
    { path: '/rounds/:id/results/:subject', component: () => import('./ResultPage.vue'), meta: { group: 'quality', entry: '/rounds', right: 'READ_PEOPLE' } },
    { path: '/archives', component: () => import('./ArchivesPage.vue'), meta: { group: 'quality', right: 'READ_PEOPLE' } },
    { path: '/archives/:kind(people|teams)/:id', component: () => import('./ArchivePage.vue'), meta: { group: 'quality', entry: '/archives', right: 'READ_PEOPLE' } },
    { path: '/my/notices', component: () => import('./NoticesPage.vue'), meta: { group: 'quality', right: 'OWN_RECORD' } },
    { path: '/ballot', component: () => import('./BallotPage.vue'), meta: { bare: true, nobody: true } },
  ],
  entries: [
    {
      group: 'quality',
      label: 'assessment.rounds',
      path: '/rounds',
      order: 10,
      right: 'RUN_ROUNDS',
      phrases: ['考察轮次', '政治素质专项测评', '专项测评', '民主测评', '测评码', '平时考察', '任前考察', '换届考察'],
    },
    {
      group: 'quality',
      label: 'assessment.archive.title',
      path: '/archives',
      order: 50,
      right: 'READ_PEOPLE',
      reads: 'POLITICAL',
      phrases: ['政治素质档案', '五种考察方式', '政治忠诚', '政治定力', '政治担当', '政治能力', '政治自律', '政治素质考察结论'],
    },
    { group: 'quality', label: 'assessment.notices.title', path: '/my/notices', order: 90, right: 'OWN_RECORD', phrases: ['我的申辩', '申诉', '本人意见', '告知'] },
  ],
})
