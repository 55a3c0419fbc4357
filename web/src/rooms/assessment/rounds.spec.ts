import { describe, expect, it } from 'vitest'
import { namesOf } from './archives'
import { differences, lacking, stateOf, type Form, type Question, type RoundLine } from './rounds'

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

describe('a new text of an instrument', () => {
  const form = { title: '测评表', dimensions: [{ code: 'a', name: '忠诚', sign: 'POSITIVE' }], voices: [{ code: 'peer', name: '同级', weight: 100, into: 'peer' }], items: [question] } as Form
  it('is told by what came, went or reads otherwise', () => {
    expect(differences(form, form)).toEqual([])
    const fresh = { ...form, items: [{ ...question, text: '另一问' }, { ...question, code: 'N02' }], voices: [{ ...form.voices[0], weight: 60 }] }
    expect(differences(fresh, form).map((one) => one.sort)).toEqual(['added', 'changed', 'changed'])
    expect(differences({ ...form, dimensions: [] }, form)).toEqual([{ sort: 'dropped', text: '忠诚 POSITIVE' }])
  })
})

describe('names of a meeting', () => {
  it('are read as people paste them, each once', () => {
    expect(namesOf('岑望舒、林知远 苏怀瑾\n岑望舒')).toEqual(['岑望舒', '林知远', '苏怀瑾'])
  })
})
