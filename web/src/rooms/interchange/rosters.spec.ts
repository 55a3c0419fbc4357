import { describe, expect, it } from 'vitest'
import { added, moved, without, type Layout } from './rosters'

describe('a roster layout being changed', () => {
  const layout: Layout = { name: '名册', columns: ['n', 'name', 'birth'], titles: [null, '干部姓名'] }

  it('keeps a heading of one’s own with its column wherever it goes', () => {
    expect(moved(layout, 1, 1)).toMatchObject({ columns: ['n', 'birth', 'name'], titles: [null, null, '干部姓名'] })
    expect(moved(moved(layout, 1, 1), 2, -1)).toMatchObject({ columns: layout.columns, titles: [null, '干部姓名', null] })
    expect(without(layout, 0)).toMatchObject({ columns: ['name', 'birth'], titles: ['干部姓名', null] })
    expect(added(layout, 'grade:2025')).toMatchObject({ columns: ['n', 'name', 'birth', 'grade:2025'], titles: [null, '干部姓名', null, null] })
  })

  it('has none where none is left', () => {
    expect(without(layout, 1).titles).toBeNull()
    expect(moved({ name: '名册', columns: ['n', 'name'] }, 0, 1).titles).toBeNull()
  })
})
