import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { pagesAlike, useAsOf } from '@/api/clocks'
import { http } from '@/api/http'

export interface ComingRow {
  kind: string
  clause: string | null
  citation: string | null
  /** of how many of those listed it speaks */
  cited: number
  past: number
  months: number[]
  unknown: number
  untold: number | null
}
export interface Coming {
  months: string[]
  rows: ComingRow[]
  sealed: boolean
}
export interface ComingLine {
  id: string
  name: string
  photo: boolean
  unit: string | null
  post: string | null
  kind: string
  month: string | null
  latest: string | null
  past: boolean
  missing: string[]
  words: string
  clause: string | null
  citation: string | null
}
export interface ComingWish {
  kind?: string
  month?: string
}

/** What clauses say will come of whom, month by month; influence periods only for a purpose. */
export function useComing(unit: Ref<string | undefined>, months: number, purpose: Ref<string>) {
  const { asOf } = useAsOf()
  return useQuery({
    queryKey: computed(() => ['coming', unit.value, months, purpose.value, asOf.value]),
    queryFn: ({ signal }) => http.get<Coming>('/coming-dates', { unit: unit.value, months, purpose: purpose.value || undefined, ...asOf.value }, signal),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** The people behind a number. */
export function useComingPeople(unit: Ref<string | undefined>, months: number, purpose: Ref<string>, wish: Ref<ComingWish | null>, from: Ref<number>, size: number) {
  const { asOf } = useAsOf()
  const turned = pagesAlike<{ at: { known: number }; count: number; people: ComingLine[] }>()
  return useQuery({
    queryKey: computed(() => ['coming', 'people', unit.value, months, purpose.value, wish.value, from.value, asOf.value]),
    queryFn: ({ signal }) =>
      turned(from.value, asOf.value, (at) => http.get('/coming-dates/people', { unit: unit.value, months, purpose: purpose.value || undefined, ...wish.value, from: from.value, size, ...at }, signal)),
    enabled: computed(() => !!wish.value),
    placeholderData: keepPreviousData,
    retry: false,
  })
}
