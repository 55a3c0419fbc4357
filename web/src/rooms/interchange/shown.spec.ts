import { expect, it } from 'vitest'
import { shownOf } from './shown'

it('asks for exactly what the address of the list says', () => {
  const condition = { field: 'age', op: 'atMost', value: '45' }
  expect(shownOf({ c: JSON.stringify(condition), q: '水务', heap: 'UNKNOWN' })).toEqual({ condition, text: '水务', unit: null, people: null, whom: null, heap: 'UNKNOWN', lacking: null })
  expect(shownOf({})).toEqual({ condition: null, text: null, unit: null, people: null, whom: null, heap: 'MET', lacking: null })
  expect(shownOf({ heap: 'UNKNOWN', lacking: 'rank' })).toMatchObject({ heap: 'UNKNOWN', lacking: 'rank' })
})
