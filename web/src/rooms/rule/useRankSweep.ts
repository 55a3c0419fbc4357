import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { pagesAlike, useAsOf } from '@/api/clocks'
import { http } from '@/api/http'
import type { State } from '@/kit'

export const HEAPS = ['CLEAR', 'AWAITING', 'LATER', 'UNKNOWN', 'LACKING', 'BARRED', 'OUTSIDE'] as const
export type RankHeap = (typeof HEAPS)[number]
export const MARKS: Record<RankHeap, State | null> = { CLEAR: 'MET', AWAITING: 'DRAFT', LATER: 'PENDING', UNKNOWN: 'UNKNOWN', LACKING: 'NOT_MET', BARRED: 'NOT_MET', OUTSIDE: null }

export interface RankRow {
  rank: string | null
  title: string
  counts: Partial<Record<RankHeap, number>>
  gate: number
  lowering: number
}

export interface Summary {
  unit: string | null
  people: number
  heaps: Record<RankHeap, number>
  gate: number
  lowering: number
  ranks: RankRow[]
  withheld: { code: string; title: string }[]
}

/** One clause and what it says of somebody. */
export interface Reason {
  code: string
  title: string
  citation: string
  note: string
  outcome: string
  virtue: boolean
  decides: boolean
  words: string
  lacks: string[]
}

export interface Outlook {
  until: string | null
  earliest: string | null
  conclusion: boolean
  assumed: number[]
  open: string | null
  missing: string[]
  retired: boolean
}

export interface SweptRow {
  id: string
  name: string
  photo: boolean
  unit: string | null
  post: string | null
  rank: string | null
  rankSince: string | null
  target: string | null
  heap: RankHeap
  gate: boolean
  lowering: boolean
  outlook: Outlook
  note: string | null
  reasons: Reason[]
  lowers: Reason[]
}

export interface Quota {
  code: string
  title: string
  citation: string
  ranks: string[]
  units: number
  unset: number
  over: number
  approved: number
  least: number
  most: number
  free: number
}

export interface QuotaLine {
  unit: string
  name: string
  base: number | null
  ceiling: number | null
  least: number
  most: number
  free: number | null
  freeAtMost: number | null
  verdict: string
  missing: string[]
  holders: { id: string; name: string; post: string | null; rank: string | null }[]
}

/** 核定职级职数 of some ranks together, over the units in sight. */
export interface Approved {
  code: string
  ranks: string
  units: number
  approved: number | null
  least: number
  most: number
  free: number | null
  over: number
  unset: number
  beside: number
}

export interface ApprovedLine {
  unit: string
  name: string
  approved: number | null
  document: string | null
  least: number
  most: number
  free: number | null
  freeAtMost: number | null
  exceeded: string
  holders: { id: string; name: string; post: string | null; rank: string | null }[]
}

/** Which of those swept are listed. */
export interface SweptWish {
  rank?: string
  heap?: string
  only?: string
  order?: string
}

/** Numbers by rank and heap; nothing is asked before a purpose is stated, since sealed chapters are read. */
export function useSummary(unit: Ref<string | undefined>, purpose: Ref<string>) {
  const { asOf } = useAsOf()
  return useQuery({
    queryKey: computed(() => ['rank-sweep', unit.value, purpose.value, asOf.value]),
    queryFn: ({ signal }) => http.get<Summary>('/rank-sweep', { unit: unit.value, purpose: purpose.value, ...asOf.value }, signal),
    enabled: computed(() => !!purpose.value),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** The list behind a number. */
export function useSwept(unit: Ref<string | undefined>, purpose: Ref<string>, wish: Ref<SweptWish | null>, from: Ref<number>, size: number) {
  const { asOf } = useAsOf()
  const turned = pagesAlike<{ at: { known: number }; count: number; from: number; people: SweptRow[] }>()
  return useQuery({
    queryKey: computed(() => ['rank-sweep', 'people', unit.value, purpose.value, wish.value, from.value, asOf.value]),
    queryFn: ({ signal }) =>
      turned(from.value, asOf.value, (at) => http.get('/rank-sweep/people', { unit: unit.value, purpose: purpose.value, ...wish.value, from: from.value, size, ...at }, signal)),
    enabled: computed(() => !!purpose.value && !!wish.value),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** 核定、已用、可用 by the clauses that limit ranks. */
export function useQuotas(unit: Ref<string | undefined>, wanted: Ref<boolean>) {
  const { asOf } = useAsOf()
  return useQuery({
    queryKey: computed(() => ['rank-quotas', unit.value, asOf.value]),
    queryFn: ({ signal }) => http.get<Quota[]>('/rank-sweep/quotas', { unit: unit.value, ...asOf.value }, signal),
    enabled: wanted,
    retry: false,
  })
}

/** The units behind one of those numbers. */
export function useQuotaUnits(unit: Ref<string | undefined>, provision: Ref<string | undefined>) {
  const { asOf } = useAsOf()
  return useQuery({
    queryKey: computed(() => ['rank-quotas', 'units', unit.value, provision.value, asOf.value]),
    queryFn: ({ signal }) => http.get<QuotaLine[]>('/rank-sweep/quotas/units', { unit: unit.value, provision: provision.value, ...asOf.value }, signal),
    enabled: computed(() => !!provision.value),
    retry: false,
  })
}

/** 核定、已用、可用 as papers lay them down. */
export function useApproved(unit: Ref<string | undefined>) {
  const { asOf } = useAsOf()
  return useQuery({
    queryKey: computed(() => ['rank-quotas', 'approved', unit.value, asOf.value]),
    queryFn: ({ signal }) => http.get<Approved[]>('/rank-sweep/approved', { unit: unit.value, ...asOf.value }, signal),
    retry: false,
  })
}

/** The units behind one of those numbers. */
export function useApprovedUnits(unit: Ref<string | undefined>, ranks: Ref<string | undefined>) {
  const { asOf } = useAsOf()
  return useQuery({
    queryKey: computed(() => ['rank-quotas', 'approved', 'units', unit.value, ranks.value, asOf.value]),
    queryFn: ({ signal }) => http.get<ApprovedLine[]>('/rank-sweep/approved/units', { unit: unit.value, ranks: ranks.value, ...asOf.value }, signal),
    enabled: computed(() => !!ranks.value),
    retry: false,
  })
}
