import { describe, expect, it } from 'vitest'
import type { Fact } from '@/kit'
import { versionsOf } from './usePerson'

const line = (id: string, text: string, from: string, act: number, until: number | null): Fact => ({
  id,
  kind: 'post',
  slot: '',
  chapter: 'CAREER',
  body: { text },
  valid: { from, to: null, start: 'M', end: 'U' },
  basis: '',
  known: { from: { act, at: '' }, to: until ? { act: until, at: '' } : null },
  recordedBy: null,
  superseded: until !== null,
})

describe('the versions of a fact', () => {
  it('are those that stood in its place, not its neighbours of the same act', () => {
    const wrong = line('a', '副局长', '2019-11-01', 5, 9)
    const right = line('b', '党组成员、副局长', '2019-11-01', 9, null)
    const other = line('c', '副县长', '2016-08-01', 5, 9)
    const corrected = line('d', '县委常委、副县长', '2016-08-01', 9, null)
    const found = versionsOf(right, [wrong, right, other, corrected]).map((one) => one.id)
    expect(found.sort()).toEqual(['a', 'b'])
  })
})
