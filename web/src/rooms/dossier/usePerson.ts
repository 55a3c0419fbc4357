import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useAsOf } from '@/api/clocks'
import { http } from '@/api/http'
import { may, session } from '@/api/session'
import type { Fact } from '@/kit'
import type { Person } from './people'
import type { KinLine } from './record'
import type { Valid } from './valid'

export interface Written {
  kind: string
  slot?: string | null
  body: Record<string, unknown>
  valid: Valid
  basis: string
}

/** One person at both clocks, and the ways to write about them; of a sealed chapter for the purpose it was opened for. */
export function usePerson(id: Ref<string>, own: Ref<boolean>) {
  const { asOf } = useAsOf()
  const queries = useQueryClient()
  const answer = useQuery({
    queryKey: computed(() => ['person', id.value, asOf.value]),
    queryFn: ({ signal }) => http.get<Person>(addressOf(id.value, own.value), { ...asOf.value }, signal),
    placeholderData: keepPreviousData,
  })
  const again = async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['person', id.value] }),
      queries.invalidateQueries({ queryKey: ['history', id.value] }),
      queries.invalidateQueries({ queryKey: ['people'] }),
      queries.invalidateQueries({ queryKey: ['clock'] }),
    ])
  }
  const record = useMutation({
    mutationFn: (fact: Written) => http.post<Fact>(`/people/${id.value}/facts`, fact),
    onSuccess: again,
  })
  const correct = useMutation({
    mutationFn: ({ fact, purpose, ...said }: { fact: string; body: Record<string, unknown>; valid: Valid; basis: string; reason: string; purpose?: string }) => http.post<Fact>(`/people/${id.value}/facts/${fact}/corrections`, said, { purpose }),
    onSuccess: again,
  })
  const end = useMutation({
    mutationFn: ({ fact, purpose, ...said }: { fact: string; day: string; basis: string; purpose?: string }) => http.post<Fact>(`/people/${id.value}/facts/${fact}/endings`, said, { purpose }),
    onSuccess: again,
  })
  const cancel = useMutation({
    mutationFn: ({ fact, purpose, ...said }: { fact: string; reason: string; purpose?: string }) => http.post<void>(`/people/${id.value}/facts/${fact}/cancellations`, said, { purpose }),
    onSuccess: again,
  })
  return { answer, asOf, again, record, correct, end, cancel }
}

/** In how many places the résumé has gaps or overlaps; zero for one's own record, which is not worked on. */
export function useBreaches(id: Ref<string>, own: Ref<boolean>) {
  const { asOf } = useAsOf()
  const answer = useQuery({
    queryKey: computed(() => ['person', id.value, 'continuity', asOf.value]),
    queryFn: ({ signal }) => http.get<{ gaps: number; overlaps: number }>(`/people/${id.value}/continuity`, { ...asOf.value }, signal),
    enabled: computed(() => !own.value && !!id.value && may('READ_PEOPLE') && !!session.value?.reads?.includes('CAREER')),
  })
  return computed(() => (answer.data.value?.gaps ?? 0) + (answer.data.value?.overlaps ?? 0))
}

/** Where a person is read: one's own record has an address of its own, since nobody deals with oneself as staff. */
export const addressOf = (id: string, own: boolean) => (own ? '/own-record' : `/people/${id}`)

/** All versions of facts of one kind, the superseded ones too. */
export function useHistory(id: Ref<string>, own: Ref<boolean>, fact: Ref<Fact | null>, purpose: Ref<string | undefined>) {
  return useQuery({
    queryKey: computed(() => ['history', id.value, fact.value?.kind, fact.value?.slot, purpose.value]),
    queryFn: ({ signal }) =>
      http.get<{ facts: Fact[] }>(
        `${addressOf(id.value, own.value)}/history`,
        { kind: fact.value!.kind, slot: fact.value!.slot || undefined, purpose: purpose.value },
        signal,
      ),
    enabled: computed(() => !!fact.value),
  })
}

/** Of the lines that count now, the one that stands where the superseded line stood; null when it was cancelled. */
export function standingNow(body: Record<string, unknown>, wanted: Fact): Fact | null {
  const lines = (body.current as Fact[] | undefined) ?? []
  const after = lines.filter((one) => one.known.from.act > wanted.known.from.act).sort((a, b) => b.known.from.act - a.known.from.act)
  return after.find((one) => one.valid.from === wanted.valid.from) ?? after[0] ?? null
}

/** A sealed chapter, read for a stated purpose; the reading is journaled each time. */
export const readChapter = (id: string, chapter: string, purpose: string, asOf: object) =>
  http.get<{ facts: Fact[] }>(`/people/${id}/chapters/${chapter}`, { purpose, ...asOf })

/** The family chapter with whom its rows may mean; read for a stated purpose like any sealed one. */
export async function readKin(id: string, purpose: string, asOf: object) {
  const kin = await http.get<KinLine[]>(`/people/${id}/kin`, { purpose, ...asOf })
  return { facts: kin.map((one) => one.line), kin }
}

/** Whether the later line stands in the place of the earlier: written by the act that ended it, and about the same thing. */
function follows(earlier: Fact, later: Fact): boolean {
  if (!earlier.known.to || earlier.known.to.act !== later.known.from.act) return false
  if (earlier.slot && earlier.slot === later.slot) return true
  return earlier.valid.from === later.valid.from || likeness(earlier) === likeness(later)
}

const likeness = (fact: Fact) => JSON.stringify(fact.body?.text ?? fact.body?.name ?? fact.body?.title ?? fact.body)

/** The versions of one fact: each was superseded by the act that recorded the next. */
export function versionsOf(fact: Fact, all: Fact[]): Fact[] {
  const found = new Map<string, Fact>([[fact.id, fact]])
  let grown = true
  while (grown) {
    grown = false
    for (const one of all) {
      if (found.has(one.id)) continue
      if ([...found.values()].some((known) => follows(known, one) || follows(one, known))) {
        found.set(one.id, one)
        grown = true
      }
    }
  }
  return [...found.values()]
}
