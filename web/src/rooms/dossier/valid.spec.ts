import { describe, expect, it } from 'vitest'
import { toDate, toValid } from './valid'

describe('the days a fact holds', () => {
  it('keeps how far each end is known', () => {
    expect(toValid('2019-11', '2022-03')).toEqual({ from: '2019-11-01', to: '2022-03-01', start: 'M', end: 'M' })
    expect(toValid('2002春', null)).toEqual({ from: '2002-03-01', to: null, start: 'S', end: 'U' })
    expect(toValid('1998', '1999-05-04')).toEqual({ from: '1998-01-01', to: '1999-05-04', start: 'Y', end: 'D' })
  })

  it('asks for a beginning', () => {
    expect(toValid(null, '2022-03')).toBeNull()
  })

  it('shows what it was given', () => {
    expect(toDate('2019-11-01', 'M')).toBe('2019-11')
    expect(toDate('1998-01-01', 'Y')).toBe('1998')
    expect(toDate('1998-01-01', 'U')).toBeNull()
  })
})
