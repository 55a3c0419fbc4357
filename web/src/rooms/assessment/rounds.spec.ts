import { describe, expect, it } from 'vitest'
import { lacking, stateOf, type Question, type RoundLine } from './rounds'

const question: Question = {
  code: 'N01',
  kind: 'RATING',
  dimension: null,
  text: '',
  status: 'P',
  source: '',
  required: true,
  options: [
    { word: '没有', adverse: false },
    { word: '明显', adverse: true },
  ],
  least: 1,
  most: 1,
}
const round = { opens: '2026-10-10T01:00:00Z', closes: '2026-10-12T10:00:00Z', outcome: null } as RoundLine

describe('a ballot', () => {
  it('lacks an answer until there is one', () => {
    expect(lacking(question, undefined, 10)).toBe('answer')
    expect(lacking(question, { grade: '没有' }, 10)).toBeNull()
    expect(lacking({ ...question, required: false }, undefined, 10)).toBeNull()
  })

  it('lacks an instance where the mark is a negative one', () => {
    expect(lacking(question, { grade: '明显' }, 10)).toBe('instance')
    expect(lacking(question, { grade: '明显', instance: '太短' }, 10)).toBe('instance')
    expect(lacking(question, { grade: '明显', instance: '三月防汛值守中无故离岗半天' }, 10)).toBeNull()
    const list: Question = { ...question, kind: 'CHECKLIST' }
    expect(lacking(list, { options: ['明显'] }, 10)).toBe('instance')
    expect(lacking(list, { options: ['没有'] }, 10)).toBeNull()
  })
})

describe('a round', () => {
  it('stands where its window and its end say', () => {
    expect(stateOf(round, new Date('2026-10-09T00:00:00Z'))).toBe('before')
    expect(stateOf(round, new Date('2026-10-11T00:00:00Z'))).toBe('running')
    expect(stateOf(round, new Date('2026-10-12T10:00:00Z'))).toBe('due')
    expect(stateOf({ ...round, outcome: 'CLOSED' }, new Date())).toBe('closed')
  })
})
