import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { tsv, useColumns, type Column } from './table'

interface Row {
  id: string
  name: string
  post: string
}
const all: Column<Row>[] = [
  { key: 'name', label: '姓名', frozen: true, width: 60, text: (row) => row.name },
  { key: 'post', label: '现任职务', text: (row) => row.post },
  { key: 'id', label: '编号', extra: true, text: (row) => row.id },
]

describe('a table', () => {
  it('copies as a sheet pastes it, and no cell breaks a line', () => {
    expect(tsv(all.slice(0, 2), [{ id: '1', name: '韩若川', post: '党组成员、\n副主任' }])).toBe('姓名\t现任职务\n韩若川\t党组成员、 副主任')
  })

  it('says at its end of which day it is and who took it', () => {
    expect(tsv(all.slice(0, 1), [{ id: '1', name: '韩若川', post: '' }], '情况截至 2026.11.20\n林知远').split('\n')).toEqual(['姓名', '韩若川', '情况截至 2026.11.20 林知远'])
  })

  it('leaves no cell that a sheet would reckon as a formula', () => {
    const row = (post: string) => tsv(all.slice(1, 2), [{ id: '1', name: '', post }]).split('\n')[1]
    expect(row('=HYPERLINK("http://x")')).toBe('\'=HYPERLINK("http://x")')
    expect(row('\n@SUM(1)')).toMatch(/^'/)
    expect(row('＋局长')).toBe("'＋局长")
    expect(row('-5')).toBe('-5')
    expect(row('副主任')).toBe('副主任')
  })

  it('keeps the columns its reader chose, frozen ones first', () => {
    const { shown, set } = useColumns('spec', ref(all))
    expect(shown.value.map((one) => one.key)).toEqual(['name', 'post'])
    set(['id', 'post', 'name'])
    expect(shown.value.map((one) => one.key)).toEqual(['name', 'id', 'post'])
    expect(useColumns('spec', ref(all)).shown.value.map((one) => one.key)).toEqual(['name', 'id', 'post'])
    set(null)
    expect(shown.value.map((one) => one.key)).toEqual(['name', 'post'])
  })
})
