import { describe, expect, it } from 'vitest'
import { byLevel, makes, total, type LevelRow, type UnitShare } from './establishment'

const row = (level: string | null, category: string, approved: number | null, actual: number): LevelRow => ({
  level: level ? { code: level, word: level } : null,
  category: { code: category, word: category },
  units: 1,
  approved,
  actual,
  vacant: approved === null ? null : Math.max(0, approved - actual),
  excess: approved === null ? null : Math.max(0, actual - approved),
  unset: approved === null ? actual : 0,
})

describe('numbers by level', () => {
  it('adds up what was laid down and leaves out what was not', () => {
    const levels = byLevel([row('A', 'HEAD', 3, 2), row('A', 'DEPUTY', null, 4), row(null, 'DEPUTY', 2, 3)])
    expect(levels.map((level) => level.code)).toEqual(['A', 'NONE'])
    expect(levels[0].total).toEqual({ approved: 3, actual: 6, vacant: 1, excess: 0, unset: 4 })
  })

  it('says not laid down, not zero, where nothing was', () => {
    expect(total([row('A', 'DEPUTY', null, 4)]).approved).toBeNull()
  })

  it('opens a number with the units that make it', () => {
    const line = { approved: 3, actual: 2, vacant: 1, excess: 0 } as UnitShare
    expect(makes(line, 'vacant')).toBe(true)
    expect(makes(line, 'excess')).toBe(false)
    expect(makes({ ...line, approved: null }, 'unset')).toBe(true)
  })
})
