import { describe, expect, it } from 'vitest'
import { toDate, toValid, withEnd } from './valid'

describe('the days a fact holds', () => {
  it('are told as far as they are known', () => {
    expect(toValid('2019-11', '2022-03')).toEqual({ from: '2019-11', to: '2022-03' })
    expect(toValid('2002春', null)).toEqual({ from: '2002春', to: null })
  })

  it('need a beginning', () => {
    expect(toValid(null, '2022-03')).toBeNull()
  })

  it('keep a beginning that nobody knows', () => {
    expect(withEnd('2014-09-01', '2016-05')).toEqual({ from: '2014-09-01', to: '2016-05-01', start: 'U', end: 'M' })
    expect(withEnd('2014-09-01', null)).toEqual({ from: '2014-09-01', to: null, start: 'U', end: 'U' })
  })

  it('show what the ledger keeps', () => {
    expect(toDate('2019-11-01', 'M')).toBe('2019-11')
    expect(toDate('1998-01-01', 'Y')).toBe('1998')
    expect(toDate('1998-01-01', 'U')).toBeNull()
  })
})
