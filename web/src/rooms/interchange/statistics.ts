import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { http } from '@/api/http'
import type { Field } from '@/kit'

/** Tables of seats and numbers of units, and tables of what changed; the others are tables of how people are made up. */
export const STAFFING = ['establishment', 'establishment-by-seat', 'four-teams', 'team-make-up']
export const CHANGES = ['changes', 'moves']

/** The set of units tables are drawn over, as the address holds it; and the day a period begins after. */
export interface UnitSet {
  units?: string
  kinds?: string
  sector?: string
}

/** What one opened number is told by in the address. */
export const OPENED = ['area', 'body', 'what', 'sort', 'row'] as const

export function useUnitSet() {
  const route = useRoute()
  const router = useRouter()
  const one = (name: string) => (typeof route.query[name] === 'string' && route.query[name] ? (route.query[name] as string) : undefined)
  const set = computed<UnitSet>(() => ({ units: one('units'), kinds: one('kinds'), sector: one('sector') }))
  const since = computed(() => one('since'))
  const put = (next: UnitSet & { since?: string }) =>
    void router.replace({ query: { ...route.query, ...Object.fromEntries(OPENED.map((name) => [name, undefined])), ...next } })
  const some = computed(() => !!(set.value.units || set.value.kinds || set.value.sector))
  return { set, since, put, some }
}

/** Kinds of units and parts of the city, as the catalogue of conditions names them. */
export function useKinds() {
  const { data } = useQuery({ queryKey: ['people', 'fields'], queryFn: () => http.get<Field[]>('/people/fields'), staleTime: 600_000 })
  const codes = (field: string) => data.value?.find((each) => each.field === field)?.codes ?? []
  return { kinds: computed(() => codes('unitKind')), sectors: computed(() => codes('source')) }
}
