import type { Cond } from '@/kit'

/** A sort of date that comes due, asked as a condition of the people's own record. */
export interface Due {
  key: string
  /** Already past: overdue work, shown in red while anyone is in it. */
  overdue?: boolean
  /** The date of a row that says when: since when the post is held, or the birth. */
  by: 'postSince' | 'birth'
  condition: Cond
}

const between = (field: string, low: number, high: number): Cond => ({ field, op: 'between', value: [low, high] })
const after = (years: number, within: number) => between('monthsInPost', Math.max(0, years * 12 - within), years * 12 - 1)

/** What comes due within so many months; each is a list that opens with the same condition. */
export function dues(within: number): Due[] {
  return [
    { key: 'retired', overdue: true, by: 'birth', condition: { field: 'monthsToRetirement', op: 'atMost', value: -1 } },
    { key: 'retiring', by: 'birth', condition: between('monthsToRetirement', 0, within) },
    { key: 'probation', by: 'postSince', condition: { all: [{ field: 'leading', op: 'has', value: true }, after(1, within)] } },
    { key: 'term', by: 'postSince', condition: { all: [{ field: 'principal', op: 'has', value: true }, after(5, within)] } },
    { key: 'post5', by: 'postSince', condition: after(5, within) },
    { key: 'post8', by: 'postSince', condition: after(8, within) },
    { key: 'post10', by: 'postSince', condition: after(10, within) },
  ]
}
