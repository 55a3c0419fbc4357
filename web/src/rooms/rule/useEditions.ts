import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http } from '@/api/http'
import type { EditionRow, EditionSheet, FilesTold, MeasureWords } from './editions'

/** What waits for a decision, what was decided, and what came of the city's files. */
export function useDesk() {
  return useQuery({
    queryKey: ['editions'],
    queryFn: ({ signal }) => http.get<{ proposals: EditionRow[]; decided: EditionRow[]; files: FilesTold | null }>('/editions', {}, signal),
  })
}

/** Several proposals with their texts. */
export function useSheets(ids: Ref<string[]>) {
  return useQuery({
    queryKey: computed(() => ['editions', 'sheets', ids.value]),
    queryFn: ({ signal }) => Promise.all(ids.value.map((id) => http.get<EditionSheet>(`/editions/${id}`, {}, signal))),
    retry: false,
  })
}

/** All that was ever proposed for a clause, newest first. */
export function useHistory(code: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['editions', 'history', code.value]),
    queryFn: ({ signal }) => http.get<EditionSheet[]>('/editions', { code: code.value }, signal),
    enabled: computed(() => code.value !== ''),
  })
}

export function useMeasures() {
  return useQuery({ queryKey: ['measures'], queryFn: () => http.get<MeasureWords[]>('/clause-drafts/measures'), staleTime: Infinity })
}

/** What may be done to proposals; afterwards everything that follows the clauses is read anew. */
export function useEditionActs() {
  const client = useQueryClient()
  const then = async <T>(done: Promise<T>): Promise<T> => {
    const answer = await done
    await Promise.all(['editions', 'rulebook', 'findings'].map((name) => client.invalidateQueries({ queryKey: [name] })))
    return answer
  }
  return {
    propose: (text: string, reason: string) => then(http.post<{ id: string }>('/editions', { text, reason })),
    decide: (deciding: object, purpose?: string) => then(http.post<void>('/editions/decisions', deciding, { purpose })),
    withdraw: (id: string, reason: string) => then(http.post<void>(`/editions/${id}/withdrawals`, { reason })),
    take: (editions: string[]) => then(http.post<void>('/editions/takings', { editions })),
    read: () => then(http.post<FilesTold>('/editions/readings', {})),
  }
}
