import { defineRoom } from '@/kit/manifest'

/** Interchange 导入导出: forms and packages in, with a difference screen before anything is written, and out again. */
export default defineRoom({
  name: 'interchange',
  routes: [
    { path: '/interchange', component: () => import('./InterchangePage.vue'), meta: { group: 'people', right: ['IMPORT', 'EXPORT', 'APPROVE_EXPORT'] } },
    { path: '/people/:id/form', component: () => import('./FormPage.vue'), meta: { group: 'people', entry: '/people', right: 'READ_PEOPLE' } },
    { path: '/statistics', component: () => import('./StatisticsPage.vue'), meta: { group: 'rules', right: 'READ_PEOPLE' } },
    { path: '/continuity', component: () => import('./ContinuityPage.vue'), meta: { group: 'people', right: 'READ_PEOPLE' } },
    { path: '/people/:id/resume', component: () => import('./CareerReadingPage.vue'), meta: { group: 'people', entry: '/people', right: 'READ_PEOPLE' } },
    { path: '/interchange/:id', component: () => import('./BatchPage.vue'), meta: { group: 'people', entry: '/interchange', right: 'IMPORT' } },
  ],
  entries: [
    {
      group: 'people',
      label: 'interchange.title',
      path: '/interchange',
      order: 40,
      right: ['IMPORT', 'EXPORT', 'APPROVE_EXPORT'],
      phrases: ['导入', '导出', '任免审批表', 'lrmx', '通用格式', '差异核对', '待复核', '名册', '花名册', 'Excel', '任免名册'],
    },
    {
      group: 'people',
      label: 'interchange.continuity.title',
      path: '/continuity',
      order: 45,
      right: 'READ_PEOPLE',
      reads: 'CAREER',
      phrases: ['简历连续性', '简历检查', '空档', '重叠', '断档'],
    },
    {
      group: 'rules',
      label: 'interchange.statistics.title',
      path: '/statistics',
      order: 30,
      right: 'READ_PEOPLE',
      reads: 'CAREER',
      phrases: ['统计分析', '统计表', '干部结构', '结构情况', '反查', '变动汇总', '调配情况', '结构性干部', '党政正职', '中层', '统计范围'],
    },
  ],
})
