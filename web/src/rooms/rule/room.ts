import { defineRoom } from '@/kit/manifest'

/** Rulebook 条款库: the clauses in force on a day, each clause with its editions and cases, and the sandbox where clauses are drafted. */
export default defineRoom({
  name: 'rule',
  routes: [
    { path: '/cohorts', component: () => import('./CohortsPage.vue'), meta: { group: 'people', right: 'READ_PEOPLE' } },
    { path: '/rulebook', component: () => import('./RulebookPage.vue'), meta: { group: 'rules', right: 'READ_PEOPLE' } },
    { path: '/rulebook/draft', component: () => import('./DraftPage.vue'), meta: { group: 'rules', entry: '/rulebook', right: 'DRAFT_CLAUSE' } },
    { path: '/rulebook/proposals', component: () => import('./ProposalsPage.vue'), meta: { group: 'rules', entry: '/rulebook', right: 'READ_PEOPLE' } },
    { path: '/rulebook/proposals/:ids', component: () => import('./ProposalPage.vue'), meta: { group: 'rules', entry: '/rulebook', right: 'READ_PEOPLE' } },
    { path: '/rulebook/:code', component: () => import('./ClausePage.vue'), meta: { group: 'rules', entry: '/rulebook', right: 'READ_PEOPLE' } },
    { path: '/gates', component: () => import('./GatesPage.vue'), meta: { group: 'selection', right: 'READ_PEOPLE' } },
    { path: '/ranks', component: () => import('./RankSweepPage.vue'), meta: { group: 'appointment', right: 'READ_PEOPLE' } },
    { path: '/working-days', component: () => import('./WorkingDaysPage.vue'), meta: { group: 'rules' } },
    { path: '/completeness', component: () => import('./CompletenessPage.vue'), meta: { group: 'rules', right: 'READ_PEOPLE' } },
  ],
  entries: [
    {
      group: 'people',
      label: 'rule.cohorts.title',
      path: '/cohorts',
      order: 20,
      right: 'READ_PEOPLE',
      phrases: ['人群', '条件', '三堆', '符合条件的人', '待核'],
    },
    {
      group: 'rules',
      label: 'rule.lack.title',
      path: '/completeness',
      order: 25,
      right: 'READ_PEOPLE',
      phrases: ['缺项', '待核', '补录', '档案缺失', '完整性'],
    },
    {
      group: 'selection',
      label: 'rule.gates.title',
      path: '/gates',
      order: 30,
      right: 'READ_PEOPLE',
      phrases: ['入库关口', '关口', '好苗子', '差坯子', '蓄水池', '优秀年轻干部'],
    },
    {
      group: 'appointment',
      label: 'rule.sweep.title',
      path: '/ranks',
      order: 40,
      right: 'READ_PEOPLE',
      phrases: ['职级晋升', '职级', '优先晋升', '不得晋升', '降低职级', '职级职数', '晋升'],
    },
    {
      group: 'rules',
      label: 'rule.days.title',
      path: '/working-days',
      order: 60,
      phrases: ['工作日', '调休', '放假', '公示天数', '期限', '暂按'],
    },
    {
      group: 'rules',
      label: 'rule.rulebook',
      path: '/rulebook',
      order: 10,
      right: 'READ_PEOPLE',
      phrases: ['条款库', '规则', '法规', '任职资格', '晋升条件', '影响期', '5/10/9', '条款沙盒', '草拟条款', '公布条款'],
    },
  ],
})
