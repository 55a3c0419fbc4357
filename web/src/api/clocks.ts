import { computed, type ComputedRef } from 'vue'
import { useQuery } from '@tanstack/vue-query'
import { useRoute, useRouter } from 'vue-router'
import { http } from './http'

/** The two clocks of a page as its address holds them; absent means today and now. 情况截至 · 信息录至 */
export interface AsOf {
  asof?: string
  known?: string
}

/**
 * Of a list turned page by page: the first page says up to which act it was read, and those after it are read up to the same, so
 * that nobody is missed or met twice while others write. 续页
 */
export function pagesAlike<T extends { at: { known: number } }>() {
  let act: string | undefined
  return async (from: number, asOf: AsOf, ask: (at: AsOf) => Promise<T>): Promise<T> => {
    const answer = await ask(from > 0 && act && !asOf.known ? { ...asOf, known: act } : asOf)
    if (from === 0) act = String(answer.at.known)
    return answer
  }
}

/** What the server says the time is: its day, its last act, its instant. */
export interface ServerClock {
  today: string
  head: number
  at: string
}

export function useServerClock() {
  const query = useQuery({
    queryKey: ['clock'],
    queryFn: () => http.get<ServerClock>('/clock'),
    refetchInterval: 60_000,
    staleTime: 30_000,
  })
  return query.data
}

/** Addresses of other pages at the clocks of this one: what is opened from a past day is seen on that day. */
export function useClocked(): (path: string, more?: Record<string, string | undefined>) => { path: string; query: Record<string, string | undefined> } {
  const { asOf } = useAsOf()
  return (path, more) => ({ path, query: { ...more, asof: asOf.value.asof, known: asOf.value.known } })
}

/** The clocks in the URL (`?asof=2024-12-31&known=…`), and whether the page looks at now, where it may be written. */
export function useAsOf(): { asOf: ComputedRef<AsOf>; now: ComputedRef<boolean>; turn: (to: AsOf) => void } {
  const route = useRoute()
  const router = useRouter()
  const one = (name: string) => {
    const value = route.query[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const asOf = computed<AsOf>(() => ({ asof: one('asof'), known: one('known') }))
  const now = computed(() => !asOf.value.asof && !asOf.value.known)
  const turn = (to: AsOf) =>
    void router.replace({ query: { ...route.query, asof: to.asof || undefined, known: to.known || undefined } })
  return { asOf, now, turn }
}
