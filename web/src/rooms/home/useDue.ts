import { keepPreviousData, useQueries } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useAsOf } from '@/api/clocks'
import { http } from '@/api/http'
import { dues } from './due'

export interface DueRow {
  id: string
  name: string
  sex: string | null
  birth: string | null
  age: number | null
  post: string | null
  postSince: string | null
  photo: boolean
}
interface Answered {
  heaps: { met: number; notMet: number; unknown: number }
  items: DueRow[]
}

const SHOWN = 6

/** Every sort of coming date with how many it concerns and the first of them. */
export function useDue(within: Ref<number>) {
  const { asOf } = useAsOf()
  const kinds = computed(() => dues(within.value))
  const answers = useQueries({
    queries: computed(() =>
      kinds.value.map((kind) => ({
        queryKey: ['people', 'due', kind.key, within.value, asOf.value],
        queryFn: () =>
          http.post<Answered>(
            '/people/searches',
            { condition: kind.condition, text: null, list: null, unit: null, people: null, heap: 'MET', sort: { by: kind.by, descending: false }, cursor: null, size: SHOWN },
            { ...asOf.value },
          ),
        placeholderData: keepPreviousData,
      })),
    ),
  })
  return computed(() => kinds.value.map((kind, i) => ({ ...kind, answer: answers.value[i] })))
}
