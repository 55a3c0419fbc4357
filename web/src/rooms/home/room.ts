import { defineRoom } from '@/kit/manifest'

/** Home 工作台: what comes due for the people in sight. */
export default defineRoom({
  name: 'home',
  routes: [{ path: '/desk/due', component: () => import('./DuePage.vue'), meta: { group: 'desk', right: 'READ_PEOPLE' } }],
  entries: [
    {
      group: 'desk',
      label: 'home.due',
      path: '/desk/due',
      order: 30,
      right: 'READ_PEOPLE',
      phrases: ['到龄', '试用期满', '任期', '同职满', '退休', '到期提醒'],
    },
  ],
})
