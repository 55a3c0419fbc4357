import { describe, expect, it } from 'vitest'
import { both, toCond, toTree, valueText, type Cond, type Test } from './conditions'

const age: Cond = { field: 'age', op: 'atMost', value: 48 }
const rank: Cond = { field: 'rank', op: 'atLeast', value: '34' }
const secondment: Cond = { field: 'secondment', op: 'has', value: true }

describe('a condition', () => {
  it('comes back from the editor as it went in', () => {
    const asked: Cond = { all: [age, { any: [rank, secondment] }, { not: secondment }, { not: { any: [age, rank] } }] }
    expect(toCond(toTree(asked))).toEqual(asked)
  })

  it('asks nothing while its brackets are empty', () => {
    expect(toCond(toTree(null))).toBeNull()
    expect(toCond({ kind: 'bracket', join: 'any', not: true, items: [toTree(null)] })).toBeNull()
  })

  it('takes one more demand without a needless bracket', () => {
    expect(both(null, age)).toEqual(age)
    expect(both({ all: [age, rank] }, secondment)).toEqual({ all: [age, rank, secondment] })
    expect(both({ any: [age, rank] }, secondment)).toEqual({ all: [{ any: [age, rank] }, secondment] })
  })

  it('says ranks by name and ages with their unit', () => {
    const codes = [{ code: '34', name: '四级调研员' }]
    expect(valueText({ kind: 'test', not: false, ...rank } as Test, { field: 'rank', label: '职级', kind: 'code', ops: [], codes })).toBe('四级调研员以上')
    expect(valueText({ kind: 'test', not: false, ...age } as Test, { field: 'age', label: '年龄', kind: 'number', ops: [], unit: '岁' })).toBe('≤ 48 岁')
  })
})
