import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useAsOf } from '@/api/clocks'
import { http } from '@/api/http'
import type { DueGroup } from './due'

const SHOWN = 6

/** Every sort of coming date with how many it concerns and the first of them, in one question. */
export function useDue(within: Ref<number>) {
  const { asOf } = useAsOf()
  return useQuery({
    queryKey: computed(() => ['people', 'due', within.value, asOf.value]),
    queryFn: ({ signal }) => http.get<DueGroup[]>('/deadlines', { months: within.value, most: SHOWN, ...asOf.value }, signal),
    placeholderData: keepPreviousData,
  })
}
