import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http } from '@/api/http'
import type { Fact, State } from '@/kit'
import { periodText } from '@/kit'
import { describe, WRITABLE } from './factForms'

/** A dossier that joined another: why, by whom, when. */
export interface Joined {
  person: string
  name: string | null
  reason: string
  line: Fact
}

export interface ErasureLine {
  id: string
  person: string
  facts: number
  copies: number
  ground: string | null
  askedBy: string
  asked: string
  decidedBy: string | null
  state: 'waiting' | 'agreed' | 'declined' | 'expired' | 'done'
  mine: boolean
  done: string | null
}

/** What an import keeps that may be this person's; only people can say. */
export interface Copy {
  key: string
  kept: string
  called: string
  why: string
  chosen: boolean
}

export interface Evidence {
  what: 'birth' | 'post' | 'sex' | 'age' | 'mutual'
  verdict: 'MET' | 'NOT_MET' | 'UNKNOWN'
  row: string | null
  card: string | null
}

export interface KnownPerson {
  id: string
  name: string
  birth: string | null
  post: string | null
}

export interface KinLine {
  line: Fact
  confirmed: boolean
  kin: KnownPerson | null
  candidates: { person: KnownPerson; evidence: Evidence[] }[]
}

export const ERASURE_MARK: Record<ErasureLine['state'], State> = { waiting: 'PENDING', agreed: 'DRAFT', declined: 'NOT_MET', expired: 'UNKNOWN', done: 'MET' }

/** Every line of a dossier, sealed chapters included, for a stated purpose. */
export const readLines = (id: string, purpose: string, ended: boolean) => http.get<{ facts: Fact[] }>(`/people/${id}/lines`, { purpose, ended })

export function useMergers(id: Ref<string>) {
  return useQuery({ queryKey: computed(() => ['mergers', id.value]), queryFn: () => http.get<Joined[]>(`/people/${id.value}/mergers`) })
}

export function useErasures(id: Ref<string>) {
  return useQuery({ queryKey: computed(() => ['erasures', id.value]), queryFn: () => http.get<ErasureLine[]>(`/people/${id.value}/erasures`) })
}

/** For whoever asks to erase. */
export const readCopies = (id: string) => http.get<Copy[]>(`/people/${id}/copies`)

/** After the record of somebody was changed as a whole, nothing that was read of anybody holds any more. */
export function useReread() {
  const queries = useQueryClient()
  return () => Promise.all(['person', 'people', 'history', 'mergers', 'erasures', 'approvals', 'clock'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
}

/** One kind of fact in two dossiers. */
export interface Pair {
  kind: string
  here: Fact[]
  there: Fact[]
  /** What both say alike; what only one says; what they say differently. */
  how: 'same' | 'here' | 'there' | 'differ'
}

/** Of these kinds a person has one at a time: two that differ contradict one another. */
const ONE = new Set(['identity', 'id-number', 'party', 'work-start'])

const place = (kind: string) => (WRITABLE.indexOf(kind) + 1 || WRITABLE.length + 1)

const told = (fact: Fact) => `${periodText(fact.valid.from, fact.valid.to, fact.valid.start, fact.valid.end)} ${describe(fact)}`
const said = (facts: Fact[]) => new Set(facts.map((fact) => (ONE.has(fact.kind) ? describe(fact) : told(fact))))

/** Two dossiers held against one another, kind by kind, in the order of a form. */
export function sideBySide(here: Fact[], there: Fact[]): Pair[] {
  const kinds = [...new Set([...here, ...there].map((fact) => fact.kind))].sort((a, b) => place(a) - place(b))
  return kinds.map((kind) => {
    const mine = here.filter((fact) => fact.kind === kind)
    const theirs = there.filter((fact) => fact.kind === kind)
    const [a, b] = [said(mine), said(theirs)]
    const same = a.size === b.size && [...a].every((one) => b.has(one))
    return { kind, here: mine, there: theirs, how: !theirs.length ? 'here' : !mine.length ? 'there' : same ? 'same' : 'differ' }
  })
}

/** Why a line cannot be moved out by a split: it stays with its form, or it stands in a dossier that joined. */
export function staying(fact: Fact, person: string): 'stays' | 'joined' | null {
  if (['form-draft', 'unplaced'].includes(fact.kind)) return 'stays'
  return fact.dossier && fact.dossier !== person ? 'joined' : null
}

/** Whether a difference must make one pause: of a kind that a person has only once. */
export const contradicts = (pair: Pair) => pair.how === 'differ' && ONE.has(pair.kind)
