import { describe, expect, it } from 'vitest'
import { place, yearOf } from './ladder'

const x = (year: number) => (year - 2000) * 20

describe('the career ladder', () => {
  it('reads dates as far as they are known', () => {
    expect(yearOf('1998')).toBe(1998)
    expect(yearOf('1998-07')).toBe(1998.5)
    expect(yearOf('2002春')).toBe(2002)
  })

  it('puts posts held at the same time side by side', () => {
    const { bars, lanes } = place(
      [
        { id: 'a', from: '2001-01', to: '2006-01', label: '镇长' },
        { id: 'b', from: '2003-01', to: null, label: '兼任主任' },
        { id: 'c', from: '2006-01', to: null, label: '书记' },
      ],
      x,
      2010,
      240,
    )
    expect(lanes).toBe(2)
    expect(bars.map((bar) => bar.lane)).toEqual([0, 1, 0])
  })

  it('never lets a label run into its neighbour', () => {
    const { bars } = place(
      [
        { id: 'a', from: '2001-01', to: '2001-06', label: '很长很长的一个职务名称' },
        { id: 'b', from: '2001-06', to: '2010-01', label: '副县长' },
      ],
      x,
      2010,
      240,
    )
    expect(bars[0].text).toBe('')
    expect(bars[1].inside).toBe(true)
  })
})
