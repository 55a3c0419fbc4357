import { describe, expect, it } from 'vitest'
import { BLANK, compared, since, sinceOf } from './editions'

describe('texts of clauses', () => {
  it('says which lines went and which came', () => {
    expect(compared('a\nb\nc', 'a\nx\nc').map((line) => line.mark + line.text)).toEqual([' a', '-b', '+x', ' c'])
    expect(compared('', 'a').map((line) => line.mark)).toEqual(['+'])
  })

  it('sets the first day and keeps the last', () => {
    expect(since('in-force: { from: unknown }', '2027-01-01')).toBe('in-force: { from: 2027-01-01 }')
    expect(since('in-force: { from: 2020-01-01, to: 2030-01-01 }', '2027-01-01')).toBe('in-force: { from: 2027-01-01, to: 2030-01-01 }')
    expect(sinceOf(since(BLANK, '2028-02-01'))).toBe('2028-02-01')
    expect(sinceOf('in-force: { from: unknown }')).toBeNull()
  })
})
