import { defineRoom } from '@/kit/manifest'

/** Assessment 测评: rounds by the unit that runs them, what came of them, and the voter's page, which knows nobody. */
export default defineRoom({
  name: 'assessment',
  routes: [
    { path: '/rounds', component: () => import('./RoundsPage.vue'), meta: { group: 'quality', right: 'READ_PEOPLE' } },
    { path: '/rounds/new', component: () => import('./NewRoundPage.vue'), meta: { group: 'quality', entry: '/rounds', right: 'RUN_ROUNDS' } },
    { path: '/rounds/:id', component: () => import('./RoundPage.vue'), meta: { group: 'quality', entry: '/rounds', right: 'READ_PEOPLE' } },
    { path: '/rounds/:id/results/:subject', component: () => import('./ResultPage.vue'), meta: { group: 'quality', entry: '/rounds', right: 'READ_PEOPLE' } },
    { path: '/ballot', component: () => import('./BallotPage.vue'), meta: { bare: true, nobody: true } },
  ],
  entries: [
    {
      group: 'quality',
      label: 'assessment.rounds',
      path: '/rounds',
      order: 10,
      right: 'READ_PEOPLE',
      phrases: ['考察轮次', '政治素质专项测评', '专项测评', '民主测评', '测评码', '平时考察', '任前考察', '换届考察'],
    },
  ],
})
