import { defineRoom } from '@/kit/manifest'

/** Journal 操作留痕: every write and every reading of a sealed chapter, to look through and to verify. */
export default defineRoom({
  name: 'audit',
  routes: [{ path: '/journal', component: () => import('./JournalPage.vue'), meta: { group: 'rules', right: 'READ_JOURNAL' } }],
  entries: [
    {
      group: 'rules',
      label: 'audit.journal',
      path: '/journal',
      order: 80,
      right: 'READ_JOURNAL',
      phrases: ['操作留痕', '核验', '谁看过', '校验点', '审计'],
    },
  ],
})
