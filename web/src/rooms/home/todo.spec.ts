import { describe, expect, it } from 'vitest'
import { unfinished } from './useTodo'

describe('an import waits for whoever brought it in', () => {
  it('until all of it is settled and written, and not once it was stopped', () => {
    expect(unfinished({ state: 'mapping', counts: {} })).toBe(true)
    expect(unfinished({ state: 'ready', counts: { ready: 3 } })).toBe(true)
    expect(unfinished({ state: 'ready', counts: { ready: 0, undecided: 1 } })).toBe(true)
    expect(unfinished({ state: 'ready', counts: { ready: 0, undecided: 0, same: 9 } })).toBe(false)
    expect(unfinished({ state: 'cancelled', counts: { ready: 3 } })).toBe(false)
  })
})
