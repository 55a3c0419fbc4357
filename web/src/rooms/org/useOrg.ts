import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useAsOf } from '@/api/clocks'
import { http } from '@/api/http'
import { language } from '@/words'
import { told } from '@/words/domain'
import type { PostSheet, TeamLine, TeamSheet, UnitLine, UnitSheet } from './org'

/** Reads one address at both clocks; old answers stay while new ones come. */
function reading<T>(key: string, path: () => string | null, more: () => Record<string, string | undefined> = () => ({})) {
  const { asOf } = useAsOf()
  return useQuery({
    queryKey: computed(() => ['org', key, path(), more(), asOf.value, language.value]),
    queryFn: async ({ signal }) => told(await http.get<T>(path()!, { ...asOf.value, ...more() }, signal)),
    enabled: computed(() => path() !== null),
    placeholderData: keepPreviousData,
  })
}

export const useTeams = () => reading<{ items: TeamLine[] }>('teams', () => '/teams')

export const useTeam = (id: Ref<string>, compare: Ref<string | undefined>) =>
  reading<TeamSheet>('team', () => `/teams/${id.value}`, () => ({ compare: compare.value }))

export const useUnits = () => reading<{ units: UnitLine[] }>('units', () => '/units', () => ({ counts: 'true' }))

export const useUnit = (id: Ref<string | null>) => reading<UnitSheet>('unit', () => (id.value ? `/units/${id.value}` : null))

export const usePost = (id: Ref<string>) => reading<PostSheet>('post', () => `/posts/${id.value}`)

export interface Sending {
  method: 'post' | 'put'
  path: string
  body: unknown
}

/** One act on the organization; everything read of it is asked for again. */
export function useActing() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (sending: Sending) => http[sending.method]<{ id?: string; ids?: string[] } | undefined>(sending.path, sending.body),
    onSuccess: () =>
      Promise.all([queries.invalidateQueries({ queryKey: ['org'] }), queries.invalidateQueries({ queryKey: ['clock'] })]),
  })
}
