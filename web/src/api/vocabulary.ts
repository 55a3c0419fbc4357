import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { http } from './http'

/** A word as it is written, and as it is read. */
export interface Word {
  code: string
  name: string
}

export interface MeasureWord {
  name: string
  title: string
  kind: 'number' | 'code' | 'flag'
  units: Word[]
  words: Word[]
  /** How many of the words have a place in the order. */
  ordered: number
  takes: Record<string, Word[]>
  sealed: boolean
}

export interface KindWord {
  kind: string
  title: string
  sealed: boolean
  fields: { name: string; title: string; sort: 'text' | 'number' | 'code' | 'flag'; units: Word[]; words: Word[] }[]
}

/** What the language of clauses can ask of everybody, as far as one's account reads. 条款语言的词汇 */
export interface Vocabulary {
  measures: MeasureWord[]
  kinds: KindWord[]
  conclusions: { code: string; title: string; values: string[]; sealed: boolean }[]
  cohorts: string[]
}

/** The words, with the names of cohorts: one's own, shared ones and the rulebook's. */
export function useVocabulary() {
  const words = useQuery({ queryKey: ['cohorts', 'language'], queryFn: () => http.get<Vocabulary>('/cohorts/language'), staleTime: 600_000 })
  const lists = useQuery({ queryKey: ['lists'], queryFn: () => http.get<{ name: string }[]>('/lists') })
  return computed<Vocabulary | undefined>(() => {
    const all = words.data.value
    if (!all) return undefined
    const named = Array.isArray(lists.data.value) ? lists.data.value.map((one) => one.name) : []
    return { ...all, cohorts: [...new Set([...named, ...all.cohorts])] }
  })
}
