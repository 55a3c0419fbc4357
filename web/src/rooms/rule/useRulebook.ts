import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useAsOf } from '@/api/clocks'
import { http } from '@/api/http'

export interface ClauseRow {
  code: string
  title: string
  citation: string
  regulation: string
  effect: string
  status: string
  virtue: boolean
  subject: string
  occasions: string[]
  from: string
  to: string | null
}

export interface Clauses {
  clauses: ClauseRow[]
  notCarried: { code: string; type: string; reason: string }[]
}

export interface Edition {
  row: ClauseRow
  edition: string
  inForce: boolean
  note: string
  target: string | null
  applies: string | null
  when: string
  unless: string | null
  message: string
  cases: { told: string; expect: string | null }[]
}

export interface Clause {
  code: string
  inForce: boolean
  at: { valid: string }
  editions: Edition[]
}

/** The clauses in force on the day asked about. */
export function useClauses() {
  const { asOf } = useAsOf()
  return useQuery({
    queryKey: computed(() => ['rulebook', asOf.value]),
    queryFn: ({ signal }) => http.get<Clauses>('/rulebook', { ...asOf.value }, signal),
  })
}

/** One clause with its editions, newest first. */
export function useClause(code: Ref<string>) {
  const { asOf } = useAsOf()
  return useQuery({
    queryKey: computed(() => ['rulebook', code.value, asOf.value]),
    queryFn: ({ signal }) => http.get<Clause>(`/rulebook/${encodeURIComponent(code.value)}`, { ...asOf.value }, signal),
    retry: false,
  })
}
