import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, watch, type Ref } from 'vue'
import { useAsOf } from '@/api/clocks'
import { http } from '@/api/http'
import type { Cond, Field, Heap } from '@/kit'
import { language } from '@/words'

export interface CohortLine {
  id: string | null
  name: string
  origin: 'OWN' | 'SHARED' | 'RULEBOOK'
  shared: boolean
  maker: string | null
  sentence: string | null
  refused: string | null
  people: number | null
  condition: Cond | null
}

export interface Sorted {
  id: string
  name: string
  unit: string | null
  post: string | null
  verdict: Heap
  words: string
  missing: string[]
}

export interface CohortHeaps {
  sentence: string
  total: number
  heaps: { met: number; notMet: number; unknown: number }
  missing: { field: string; label: string; count: number }[]
  items: Sorted[]
  next: string | null
}

export interface Edition {
  sentence: string
  maker: string
  from: string | null
  to: string | null
  known: string
  knownTo: string | null
}

const SIZE = 50

/** Everything with a name, at both clocks. */
export function useCohorts() {
  const { asOf } = useAsOf()
  return useQuery({ queryKey: computed(() => ['cohorts', asOf.value]), queryFn: ({ signal }) => http.get<CohortLine[]>('/cohorts', { ...asOf.value }, signal) })
}

/** A condition asked of everybody in sight: three heaps, and one page of one of them. */
export function useHeaps(condition: Ref<Cond | null>, heap: Ref<Heap>, lacking: Ref<string | null>, purpose: Ref<string>) {
  const { asOf } = useAsOf()
  const cursors = ref<(string | null)[]>([null])
  const asked = computed(() => ({ condition: condition.value, heap: heap.value, lacking: lacking.value, cursor: cursors.value[cursors.value.length - 1], size: SIZE }))
  watch(
    () => JSON.stringify([condition.value, heap.value, lacking.value, asOf.value]),
    () => (cursors.value = [null]),
  )
  const answer = useQuery({
    queryKey: computed(() => ['cohorts', 'heaps', asked.value, asOf.value, purpose.value]),
    queryFn: ({ signal }) => http.post<CohortHeaps>('/cohorts/heaps', asked.value, { ...asOf.value, purpose: purpose.value || undefined }, signal),
    enabled: computed(() => condition.value !== null),
    placeholderData: keepPreviousData,
    retry: false,
  })
  return {
    answer,
    first: computed(() => (cursors.value.length - 1) * SIZE + 1),
    forth: () => answer.data.value?.next && cursors.value.push(answer.data.value.next),
    back: () => cursors.value.length > 1 && cursors.value.pop(),
  }
}

/** What a cohort has asked when. */
export function useEditions(id: Ref<string | null>) {
  return useQuery({
    queryKey: computed(() => ['cohorts', 'editions', id.value]),
    queryFn: ({ signal }) => http.get<Edition[]>(`/cohorts/${id.value}/editions`, {}, signal),
    enabled: computed(() => !!id.value),
  })
}

/** Saved and removed as the lists they are. */
export function useKeeping() {
  const queries = useQueryClient()
  const again = () => Promise.all([queries.invalidateQueries({ queryKey: ['lists'] }), queries.invalidateQueries({ queryKey: ['cohorts'] })])
  const save = useMutation({
    mutationFn: ({ id, ...list }: { id: string | null; name: string; condition: Cond; shared: boolean; from: string | null }) =>
      id ? http.put<{ id: string }>(`/lists/${id}`, list) : http.post<{ id: string }>('/lists', list),
    onSuccess: again,
  })
  const drop = useMutation({ mutationFn: (id: string) => http.delete(`/lists/${id}`), onSuccess: again })
  return { save, drop }
}

export function useFields() {
  const { data } = useQuery({ queryKey: ['people', 'fields'], queryFn: () => http.get<Field[]>('/people/fields'), staleTime: 600_000 })
  return computed<Field[]>(() => {
    const all = Array.isArray(data.value) ? data.value : []
    return language.value === 'en' ? all.map((field) => ({ ...field, label: field.english ?? field.label })) : all
  })
}
