import { afterEach, describe, expect, it } from 'vitest'
import { language } from '@/words'
import { dayText, instantText, lengthText, monthsBetween, monthText, periodText, spacedName } from './format'

afterEach(() => {
  language.value = 'zh-CN'
})

describe('dates as people print them', () => {
  it('show no more than is known', () => {
    expect([monthText('1978-05-12'), monthText('1978'), monthText('2002春'), monthText(null)]).toEqual(['1978.05', '1978', '2002春', ''])
    expect(dayText('2026-11-20')).toBe('2026.11.20')
  })

  it('leave the end of what still holds open', () => {
    expect(periodText('2019-11-01', '2022-03-01')).toBe('2019.11—2022.03')
    expect(periodText('2022-03-01', null)).toBe('2022.03—')
    expect(periodText('1998-01-01', '1999-01-01', 'Y', 'Y')).toBe('1998—1999')
    expect(periodText('1998-01-01', null, 'U')).toBe('起始不详')
  })

  it('are told in Shanghai time wherever the machine is', () => {
    expect(instantText('2026-11-20T01:41:00Z')).toBe('2026.11.20 09:41')
  })
})

describe('lengths', () => {
  it('count whole months', () => {
    expect(lengthText(monthsBetween('2022-03', '2026-11-20'))).toBe('4年8月')
    expect(lengthText(12)).toBe('1年')
    language.value = 'en'
    expect(lengthText(56)).toBe('4y 8m')
  })

  it('are not guessed where a month is missing', () => {
    expect(monthsBetween('2022', '2026-11')).toBeNull()
    expect(lengthText(null)).toBe('')
  })
})

describe('names', () => {
  it('of two characters are set as wide as three', () => {
    expect([spacedName('郁桐'), spacedName('韩若川'), spacedName('阿依古丽')]).toEqual(['郁　桐', '韩若川', '阿依古丽'])
  })
})
