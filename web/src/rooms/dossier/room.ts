import { defineRoom } from '@/kit/manifest'

/** Dossier 档案: finding people by any condition, and one person on one page. */
export default defineRoom({
  name: 'dossier',
  routes: [
    { path: '/people', component: () => import('./PeoplePage.vue'), meta: { group: 'people', right: 'READ_PEOPLE' } },
    {
      path: '/people/:id',
      component: () => import('./PersonPage.vue'),
      meta: { group: 'people', entry: '/people', right: ['READ_PEOPLE', 'OWN_RECORD'] },
    },
  ],
  entries: [
    {
      group: 'people',
      label: 'dossier.people',
      path: '/people',
      order: 10,
      right: 'READ_PEOPLE',
      phrases: ['干部库', '查找干部', '名单', '名册', '条件查询', '干部一人一页'],
    },
  ],
})
