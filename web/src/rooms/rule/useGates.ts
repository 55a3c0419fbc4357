import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { pagesAlike, useAsOf } from '@/api/clocks'
import { http } from '@/api/http'
import type { Cond, State } from '@/kit'

/** What bars first: the order in which somebody stands before a gate. */
export const GATE_HEAPS = ['BARRED', 'NOT_MET', 'UNKNOWN', 'THROUGH'] as const
export type GateHeap = (typeof GATE_HEAPS)[number]
export const GATE_MARKS: Record<GateHeap, State> = { BARRED: 'NOT_MET', NOT_MET: 'NOT_MET', UNKNOWN: 'UNKNOWN', THROUGH: 'MET' }

export interface GateClause {
  code: string
  title: string
  citation: string
  note: string
  effect: string
  virtue: boolean
  decides: boolean
  sealed: boolean
}

/** A named set of clauses asked of whoever is to enter. 关口 */
export interface Gate {
  code: string
  title: string
  note: string
  cohort: string | null
  clauses: GateClause[]
}

/** A fact somebody stands there by. */
export interface Proof {
  fact: string
  kind: string
  chapter: string
  since: string | null
}

export interface GateLine {
  code: string
  title: string
  citation: string
  note: string
  virtue: boolean
  heap: GateHeap
  words: string
  evidence: Proof[]
  missing: string[]
}

export interface GateBeside {
  code: string
  title: string
  citation: string
  note: string
  outcome: string
  words: string
  evidence: Proof[]
  missing: string[]
}

export interface GatePerson {
  id: string
  name: string
  photo: boolean
  unit: string | null
  post: string | null
  heap: GateHeap
  gate: boolean
  belongs: string | null
  missing: string[]
  lines: GateLine[]
  beside: GateBeside[]
}

export interface Passed {
  at: { known: number }
  total: number
  heaps: Record<GateHeap, number>
  withheld: { code: string; title: string }[]
  count: number
  from: number
  people: GatePerson[]
}

/** Of whom a gate is asked; of everybody in sight where nothing is said. */
export interface GateWish {
  condition: Cond | null
  unit: string | null
  people: string[] | null
  heap: GateHeap | null
  from: number
  size: number
}

export function useGates() {
  const { asOf } = useAsOf()
  return useQuery({ queryKey: computed(() => ['gates', asOf.value]), queryFn: ({ signal }) => http.get<Gate[]>('/gates', { ...asOf.value }, signal) })
}

export function usePassed(gate: Ref<string | undefined>, wish: Ref<GateWish>, purpose: Ref<string>, ready: Ref<boolean>) {
  const { asOf } = useAsOf()
  const turned = pagesAlike<Passed>()
  return useQuery({
    queryKey: computed(() => ['gates', 'passed', gate.value, wish.value, purpose.value, asOf.value]),
    queryFn: ({ signal }) => turned(wish.value.from, asOf.value, (at) => askGate(gate.value!, wish.value, { ...at, purpose: purpose.value || undefined }, signal)),
    enabled: computed(() => !!gate.value && ready.value),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export const askGate = (gate: string, wish: GateWish, query: Record<string, string | undefined>, signal?: AbortSignal) => http.post<Passed>(`/gates/${gate}/sweeps`, wish, query, signal)
