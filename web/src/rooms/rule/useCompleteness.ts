import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { pagesAlike, useAsOf } from '@/api/clocks'
import { http } from '@/api/http'

export interface LackRow {
  kind: string
  kindWord: string
  what: string
  by: string | null
  people: number
  open: number
  clauses: number
}
export interface Completeness {
  people: number
  lacking: number
  clauses: number
  sealed: number
  withheld: number
  rows: LackRow[]
  units: { unit: string; name: string; people: number; open: number }[]
}
export interface LackPerson {
  id: string
  name: string
  photo: boolean
  unit: string | null
  post: string | null
  open: number
  lacks: string[]
}
export interface LackWish {
  kind?: string
  what?: string
  in?: string
}

/** What is missing over everybody in sight, and how many answers it leaves open; sealed clauses only for a purpose. */
export function useCompleteness(unit: Ref<string | undefined>, purpose: Ref<string>) {
  const { asOf } = useAsOf()
  return useQuery({
    queryKey: computed(() => ['completeness', unit.value, purpose.value, asOf.value]),
    queryFn: ({ signal }) => http.get<Completeness>('/completeness', { unit: unit.value, purpose: purpose.value || undefined, ...asOf.value }, signal),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** The people behind a number. */
export function useLacking(unit: Ref<string | undefined>, purpose: Ref<string>, wish: Ref<LackWish | null>, from: Ref<number>, size: number) {
  const { asOf } = useAsOf()
  const turned = pagesAlike<{ at: { known: number }; count: number; people: LackPerson[] }>()
  return useQuery({
    queryKey: computed(() => ['completeness', 'people', unit.value, purpose.value, wish.value, from.value, asOf.value]),
    queryFn: ({ signal }) =>
      turned(from.value, asOf.value, (at) => http.get('/completeness/people', { unit: unit.value, purpose: purpose.value || undefined, ...wish.value, from: from.value, size, ...at }, signal)),
    enabled: computed(() => !!wish.value),
    placeholderData: keepPreviousData,
    retry: false,
  })
}
