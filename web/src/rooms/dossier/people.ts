import type { Cond, Fact, Heap, Make, Sort } from '@/kit'

/** One row of a list of people, as of a day. */
export interface PersonRow {
  id: string
  name: string
  sex: string | null
  birth: string | null
  age: number | null
  ethnicity: string | null
  partyJoined: string | null
  party: string | null
  fulltime: string | null
  inservice: string | null
  post: string | null
  postSince: string | null
  rank: string | null
  level: string | null
  levelSince: string | null
  grades: { year: number; grade: string }[]
  category: string | null
  unit: string | null
  unitId?: string | null
  state?: string
  /** As what somebody is in the store. */
  footing: 'CADRE' | 'CADRE_AND_TALENT' | 'TALENT'
  sort: string | null
  /** Categories somebody is listed under; null where that chapter may not be read. */
  talents: string[] | null
  /** Whether a ground of a talent's dossier holds on the day. */
  listed: boolean
  photo: boolean
}

export type Whom = 'CADRES' | 'TALENTS' | 'EVERYBODY'

/** What a list asks: everything given narrows it. */
export interface Asked {
  condition: Cond | null
  text: string | null
  list: string | null
  unit: string | null
  people: string[] | null
  whom: Whom | null
  among: 'all' | null
  heap: Heap
  lacking: string | null
  sort: Sort | null
  cursor: string | null
  size: number
}

export interface Answered {
  act: number
  total: number
  heaps: { met: number; notMet: number; unknown: number }
  missing: { field: string; label?: string | null; count: number }[]
  structure: Make[]
  items: PersonRow[]
  /** How many of the shown heap are cadres, talents, both; null for whoever reaches no talents. */
  footings: { cadres: number; talents: number; both: number } | null
  next: string | null
}

export interface SavedList {
  id: string
  name: string
  condition: Cond | null
  people: string[] | null
  columns: string[] | null
  shared: boolean
  mine?: boolean
  owner?: string | null
  count?: number | null
}

export interface ChapterHead {
  chapter: string
  sealed: boolean
  count: number | null
  readable: boolean
}

export interface Person extends PersonRow {
  identity: Record<string, string | null> | null
  /** Masked for those who do not keep dossiers. */
  idNumber: string | null
  /** Whether this account may write about this person at all. */
  mayChange: boolean
  chapters: ChapterHead[]
  facts: Fact[]
}
