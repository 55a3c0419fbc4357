import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useAsOf } from '@/api/clocks'
import { http } from '@/api/http'
import { language } from '@/words'
import { told } from '@/words/domain'
import type { Coded, Named } from './org'

/** A set of units: one with what is beneath it or not, of one kind or of any. */
export interface UnitSet {
  unit?: string
  below?: string
  kind?: string
  /** As a statistic's set of units chooses them, where no unit is chosen here. */
  units?: string
  kinds?: string
  sector?: string
}
export interface LevelRow {
  level: Coded | null
  category: Coded
  units: number
  approved: number | null
  actual: number
  vacant: number | null
  excess: number | null
  /** How many of those in post sit where no number was laid down. */
  unset: number
}
export interface Board {
  asof: string
  set: string
  units: number
  kinds: Coded[]
  areas: Named[]
  rows: LevelRow[]
}
export const WHATS = ['approved', 'actual', 'vacant', 'excess', 'unset'] as const
export type What = (typeof WHATS)[number] | 'units'

export interface UnitShare {
  unit: Named
  level: Coded | null
  category: Coded
  approved: number | null
  actual: number
  vacant: number | null
  excess: number | null
  document: string | null
  holders: { person: string | null; name: string | null; post: string }[]
  empty: { post: string; title: string; since: string | null }[]
}

/** Each level with the sum of its categories, highest first; what cannot be told apart by level last. */
export function byLevel(rows: LevelRow[]) {
  const levels = new Map<string, LevelRow[]>()
  for (const row of rows) levels.set(row.level?.code ?? 'NONE', [...(levels.get(row.level?.code ?? 'NONE') ?? []), row])
  return [...levels].map(([code, all]) => ({ code, word: all[0].level?.word ?? null, rows: all, total: total(all) }))
}

export function total(rows: LevelRow[]): Record<(typeof WHATS)[number], number | null> {
  const sum = (what: (typeof WHATS)[number]) => rows.reduce<number | null>((so, row) => (row[what] === null ? so : (so ?? 0) + row[what]), null)
  return { approved: sum('approved'), actual: sum('actual'), vacant: sum('vacant'), excess: sum('excess'), unset: sum('unset') }
}

/** Which units make up a number. */
export const makes = (line: UnitShare, what: What) =>
  what === 'units' ? true : what === 'approved' ? line.approved !== null : what === 'actual' ? line.actual > 0 : what === 'unset' ? line.approved === null && line.actual > 0 : (line[what] ?? 0) > 0

export function useBoard(set: Ref<UnitSet>) {
  const { asOf } = useAsOf()
  return useQuery({
    queryKey: computed(() => ['org', 'establishment', set.value, asOf.value, language.value]),
    queryFn: async ({ signal }) => told(await http.get<Board>('/establishment', { ...set.value, ...asOf.value }, signal)),
    placeholderData: keepPreviousData,
  })
}

export function useShares(set: Ref<UnitSet>, cell: Ref<{ level?: string; category?: string }>) {
  const { asOf } = useAsOf()
  return useQuery({
    queryKey: computed(() => ['org', 'establishment', 'lines', set.value, cell.value, asOf.value, language.value]),
    queryFn: async ({ signal }) => told(await http.get<UnitShare[]>('/establishment/lines', { ...set.value, ...cell.value, ...asOf.value }, signal)),
  })
}
