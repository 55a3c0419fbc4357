import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http } from '@/api/http'

export interface JournalEntry {
  number: number
  at: string
  actor: string
  actorName: string
  purpose: string | null
  verb: string
  subject: string | null
  chapter: string | null
  act: number | null
  link: string
}

export interface JournalFilter {
  verb?: string
  subject?: string
  actor?: string
  from?: string
  to?: string
}

export interface VerificationReport {
  ok: boolean
  entries: number
  checkpoints: number
  facts: number
  firstBad: { number: number | null; row: string | null; reason: string } | null
  seconds: number
}

/** The journal's entries that pass this filter, newest first, page by page. */
export function useJournal(filter: Ref<JournalFilter>) {
  const answer = useInfiniteQuery({
    queryKey: computed(() => ['journal', filter.value]),
    queryFn: ({ pageParam }) => http.get<{ items: JournalEntry[]; next: number | null }>('/journal', { ...filter.value, cursor: pageParam || undefined }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  return { answer, entries: computed(() => answer.data.value?.pages.flatMap((page) => page.items) ?? []) }
}

export const verify = (against: string) => http.post<VerificationReport>(`/journal/verifications${against ? `?against=${encodeURIComponent(against)}` : ''}`)
