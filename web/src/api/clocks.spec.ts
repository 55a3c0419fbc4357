import { describe, expect, it } from 'vitest'
import { pagesAlike, type AsOf } from './clocks'

describe('续页', () => {
  it('reads every further page up to the act of the first', async () => {
    const asked: AsOf[] = []
    let head = 40
    const turned = pagesAlike<{ at: { known: number } }>()
    const ask = async (at: AsOf) => {
      asked.push(at)
      return { at: { known: at.known ? Number(at.known) : head } }
    }
    await turned(0, {}, ask)
    head = 41
    await turned(50, {}, ask)
    await turned(50, { asof: '2024-01-01' }, ask)
    await turned(50, { known: '7' }, ask)
    await turned(0, {}, ask)
    await turned(50, {}, ask)
    expect(asked.map((each) => each.known)).toEqual([undefined, '40', '40', '7', undefined, '41'])
    expect(asked[2]!.asof).toBe('2024-01-01')
  })
})
