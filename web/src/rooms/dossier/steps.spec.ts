import { expect, it } from 'vitest'
import { changes, stairs, type Step } from './steps'

const step = (fact: string, level: string | null, change: Step['change'] = null): Step => ({
  fact, text: `市水务局${fact}`, from: '2020-01', to: null, current: false, level, sector: '市直', unit: null, unitName: '市水务局', tier: '一般', weight: 2, headcount: 30, missing: [], change,
})

it('puts each post in a column of its own, higher levels above, those of no known level below all', () => {
  const { rows, spots, lines } = stairs([step('科长', '乡科级正职'), step('副局长', '县处级副职'), step('组长', null)])
  expect(rows.map((row) => row.level)).toEqual(['县处级副职', '乡科级正职', null])
  expect(spots[1].y).toBeLessThan(spots[0].y)
  expect(spots[2].y).toBeGreaterThan(spots[0].y)
  expect(lines.map((line) => line.vague)).toEqual([false, true])
  expect(spots[0].label).toBe('科长')
})

it('says what changed and keeps silent about what is not known', () => {
  expect(changes({ levels: 1, tiers: 2, weight: 0, headcount: -40 })).toBe('层次升 1 级；岗位分类升 2 级；编制少 40 名')
  expect(changes({ levels: 0, tiers: 0, weight: 0, headcount: 0 })).toBe('层次、分类、权重、编制都相同')
  expect(changes({ levels: null, tiers: null, weight: null, headcount: null })).toBe('')
})
