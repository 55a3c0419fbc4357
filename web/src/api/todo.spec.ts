import { describe, expect, it } from 'vitest'
import { unfinished, waits } from './todo'

describe('an import waits for whoever brought it in', () => {
  it('until all of it is settled and written, and not once it was stopped', () => {
    expect(unfinished({ state: 'mapping', counts: {} })).toBe(true)
    expect(unfinished({ state: 'ready', counts: { ready: 3 } })).toBe(true)
    expect(unfinished({ state: 'ready', counts: { ready: 0, undecided: 1 } })).toBe(true)
    expect(unfinished({ state: 'ready', counts: { ready: 0, undecided: 0, same: 9 } })).toBe(false)
    expect(unfinished({ state: 'cancelled', counts: { ready: 3 } })).toBe(false)
  })
})

describe('the numbers of the menu', () => {
  it('are work that waits for whoever looks, each at its entry', () => {
    const numbers = waits({ toDecide: 2, taking: 1, batches: 3, proposals: 1, wordings: 40 })
    expect(numbers).toEqual({ '/desk/todo': 8, '/approvals': 3, '/interchange': 3, '/rulebook': 1, '/unmatched': 40 })
    expect(Object.values(waits({ toDecide: 0, taking: 0, batches: 0, proposals: 0, wordings: 0 })).every((one) => one === 0)).toBe(true)
  })
})
