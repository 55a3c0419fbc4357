import { describe, expect, it } from 'vitest'
import type { Vocabulary } from '@/api/vocabulary'
import { draft, read, write, type Written } from './language'

const word = (code: string) => ({ code, name: code })
const words: Vocabulary = {
  measures: [
    { name: 'effective-rank-tenure', title: '职级有效年限', kind: 'number', units: [word('years'), word('months')], words: [], ordered: 0, takes: {}, sealed: false },
    { name: 'grades', title: '年度考核', kind: 'number', units: [word('times')], words: [], ordered: 0, takes: { grade: [word('优秀')], years: [word('3 years')] }, sealed: false },
    { name: 'last-grade', title: '上年度考核', kind: 'code', units: [], words: [word('优秀'), word('称职')], ordered: 2, takes: {}, sealed: false },
    { name: 'influence', title: '影响期未满', kind: 'flag', units: [], words: [], ordered: 0, takes: { blocks: [word('promotion')] }, sealed: true },
  ],
  kinds: [
    {
      kind: 'reward',
      title: '奖励',
      sealed: false,
      fields: [
        { name: 'code', title: '种类', sort: 'text', units: [], words: [word('01113')] },
        { name: 'name', title: '名称', sort: 'text', units: [], words: [] },
      ],
    },
  ],
  conclusions: [{ code: 'X', title: '结论', values: ['是', '否'], sealed: true }],
  cohorts: ['年轻干部'],
}

describe('a criterion of the language of clauses', () => {
  it('comes back from the form as it went in', () => {
    const all: Written[] = [
      { cohort: '年轻干部' },
      { recorded: { code: 'X', in: ['是'] } },
      { 'effective-rank-tenure': { 'at-least': '2 years' } },
      { 'effective-rank-tenure': { between: ['12 months', '30 months'] } },
      { grades: { grade: ['优秀'], years: '3 years', 'at-least': '2 times' } },
      { 'last-grade': { 'not-in': ['优秀', '称职'] } },
      { influence: { blocks: 'promotion', is: true } },
      { influence: false },
      { exists: { kind: 'reward' } },
      { exists: { kind: 'reward', within: '36 months', where: { code: { in: ['01113'] } } } },
      { exists: { kind: 'reward', within: { from: '2024-01-01', to: '2024-12-31' }, where: { name: { contains: ['劳模'] } } } },
      { count: { kind: 'reward', within: '5 calendar-years', 'at-least': '2 times' } },
    ]
    for (const one of all) expect(write(read(one, words), words)).toEqual(one)
  })

  it('is not written while a threshold, a value or a day is missing', () => {
    expect(write(draft('measure', 'effective-rank-tenure'), words)).toBeNull()
    expect(write(draft('measure', 'last-grade'), words)).toBeNull()
    expect(write({ ...draft('fact', 'reward'), span: 'between' }, words)).toBeNull()
    expect(write(draft('conclusion', 'X'), words)).toBeNull()
  })

  it('never writes a threshold without its unit', () => {
    expect(write({ ...draft('measure', 'effective-rank-tenure'), amount: '2' }, words)).toEqual({ 'effective-rank-tenure': { 'at-least': '2 years' } })
  })
})
