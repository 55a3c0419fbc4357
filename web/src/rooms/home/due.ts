import type { Cond } from '@/kit'

export interface DueRow {
  id: string
  name: string
  birth: string | null
  age: number | null
  post: string | null
  postSince: string | null
  photo: boolean
}
/** Somebody for whom something comes due: the month, and the month it may be at the latest. */
export interface DueLine {
  due: string
  latest: string | null
  post: string | null
  person: DueRow
}
export interface DueGroup {
  kind: DueKind
  count: number
  people: DueLine[]
  unknown: number
}
export const DUE_KINDS = ['retired', 'retirement', 'probation', 'term', 'tenure-5', 'tenure-8', 'tenure-10'] as const
export type DueKind = (typeof DUE_KINDS)[number]

const between = (field: string, low: number, high: number): Cond => ({ field, op: 'between', value: [low, high] })
const inPost = (years: number, within: number) => between('monthsInPost', Math.max(0, years * 12 - within), years * 12)

/** The same question as a condition, so that a number opens its list. */
export function condition(kind: DueKind, within: number): Cond {
  switch (kind) {
    case 'retired':
      return { field: 'monthsToRetirement', op: 'atMost', value: -1 }
    case 'retirement':
      return between('monthsToRetirement', 0, within)
    case 'probation':
      return between('monthsToProbation', 0, within)
    case 'term':
      return { field: 'monthsToTerm', op: 'atMost', value: within }
    default:
      return inPost(Number(kind.split('-')[1]), within)
  }
}
