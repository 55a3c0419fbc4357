import { useQuery } from '@tanstack/vue-query'
import { http } from './http'

/** One of the city's list: a code the journal keeps, and its words. 事由 */
export interface Purpose {
  code: string
  use: 'READ' | 'ERASE'
  name: string
  english: string | null
  ours: boolean
  retired: boolean
}

export const usePurposes = () => useQuery({ queryKey: ['purposes'], queryFn: () => http.get<Purpose[]>('/purposes'), staleTime: 5 * 60_000 })
