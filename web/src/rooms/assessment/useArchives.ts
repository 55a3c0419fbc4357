import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import type { AsOf } from '@/api/clocks'
import { http } from '@/api/http'
import type { Archive, Notice, Row } from './archives'

export const useArchiveRows = (team: Ref<string | null>, asOf: Ref<AsOf>) =>
  useQuery({
    queryKey: computed(() => ['archives', team.value, asOf.value]),
    queryFn: () => http.get<{ asof: string; items: Row[] }>('/archives', { team: team.value, ...asOf.value }),
  })

/** Opened for a purpose once; it is asked again only when a clock is turned or something was written. */
export const useArchive = (path: Ref<string>, purpose: Ref<string>, asOf: Ref<AsOf>) =>
  useQuery({
    queryKey: computed(() => ['archives', path.value, purpose.value, asOf.value]),
    queryFn: () => http.get<Archive>(path.value, { purpose: purpose.value, ...asOf.value }),
    enabled: computed(() => purpose.value !== ''),
    staleTime: Infinity,
    gcTime: 0,
  })

export const useNotices = () => useQuery({ queryKey: ['own-notices'], queryFn: () => http.get<Notice[]>('/own-notices') })
