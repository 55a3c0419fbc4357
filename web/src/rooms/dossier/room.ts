import { defineRoom } from '@/kit/manifest'

/** Dossier 档案: finding people by any condition, and one person on one page. */
export default defineRoom({
  name: 'dossier',
  routes: [
    { path: '/people', component: () => import('./PeoplePage.vue'), meta: { group: 'people', right: 'READ_PEOPLE' } },
    {
      path: '/people/:id',
      component: () => import('./PersonPage.vue'),
      meta: { group: 'people', entry: '/people', right: 'READ_PEOPLE' },
    },
    { path: '/people/:id/record', component: () => import('./RecordPage.vue'), meta: { group: 'people', entry: '/people', right: 'READ_PEOPLE' } },
    { path: '/erasures/:id', component: () => import('./ErasurePage.vue'), meta: { group: 'desk', entry: '/approvals', right: 'READ_PEOPLE' } },
    { path: '/unmatched', component: () => import('./UnmatchedPage.vue'), meta: { group: 'people', right: 'CORRECT_FACT' } },
    { path: '/my/record', component: () => import('./PersonPage.vue'), meta: { group: 'people', right: 'OWN_RECORD' } },
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
    {
      group: 'people',
      label: 'settling.unmatched',
      path: '/unmatched',
      order: 60,
      right: 'CORRECT_FACT',
      phrases: ['未挂接', '挂接', '任职对单位'],
    },
    {
      group: 'people',
      label: 'dossier.own',
      path: '/my/record',
      order: 90,
      right: 'OWN_RECORD',
      phrases: ['我的档案', '本人信息', '核对'],
    },
  ],
})
