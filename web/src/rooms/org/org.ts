/** What the server tells of teams, units and posts; dates as far as known. */
export interface Named {
  id: string
  name: string
}
export interface Coded {
  code: string
  word: string
}
export interface EstablishmentLine {
  category: string
  word: string
  level: string | null
  approved: number | null
  actual: number
  vacant: number | null
  excess: number | null
  people: string[]
}
export interface Quota {
  category: string
  level?: string | null
  number: number
  document?: string | null
}
export interface Stretch {
  from: string
  to: string | null
  since: string | null
  person: string | null
  name: string | null
  text: string | null
  hidden: boolean
  empty: boolean
  /** Before the record of this post began: silence, not a vacancy. */
  unrecorded: boolean
}
export interface HistoryLine {
  fact: string
  kind: string
  text: string
  from: string
  to: string | null
  since: string | null
  until: string | null
  basis: string
  known: string
  superseded: string | null
  body: Record<string, unknown> | null
}

export interface TeamLine {
  id: string
  name: string
  unit: string
  unitName: string
  kind: Coded
  level: Coded | null
  parent: string | null
  principal: string | null
  seats: number
  members: number
  empty: number
  approved: number | null
  vacant: number | null
  excess: number | null
  term: string | null
  termDue: string | null
}
export interface Member {
  id: string
  name: string
  sex: string | null
  birth: string | null
  age: number | null
  ethnicity: string | null
  party: string | null
  communist: boolean | null
  fulltime: string | null
  inservice: string | null
  rank: string | null
  photo: boolean
}
export interface TeamSeat {
  post: string
  title: string
  category: string
  seats: number
  principal: boolean
  person: Member | null
  hidden: boolean
  text: string | null
  since: string | null
  months: number | null
  empty: boolean
  emptySince: string | null
  before: Stretch | null
}
export type Verdict = 'MET' | 'NOT_MET' | 'UNKNOWN'
export interface Figure {
  measure: string
  word: string
  mean: boolean
  have: number | null
  unknown: number
  least: number | null
  most: number | null
  verdict: Verdict | null
  people: string[]
}
export interface Target {
  measure: string
  least: number | null
  most: number | null
}
export interface Compared {
  day: string
  standing: boolean
  seats: TeamSeat[]
  structure: Figure[]
  establishment: EstablishmentLine[]
}
export interface TermLine {
  fact: string
  words: string
  ordinal: number | null
  from: string
  until: string | null
  due: string
  /** To its end by rule; below zero once past. */
  months: number | null
  running: boolean
}
export interface TeamSheet {
  id: string
  asof: string
  name: string
  unit: Named
  path: string
  kind: Coded
  level: Coded | null
  seats: TeamSeat[]
  establishment: EstablishmentLine[]
  approved: number | null
  actual: number
  vacant: number | null
  excess: number | null
  document: string | null
  structure: Figure[]
  targets: { targets: Target[]; edition: string | null } | null
  experience: { code: string; word: string; people: string[] }[]
  history: { post: string; title: string; opened: string; stretches: Stretch[] }[]
  meanVacantMonths: number | null
  compared: Compared | null
  /** Whether any of its posts is elected. */
  elects: boolean
  terms: TermLine[]
  facts: HistoryLine[]
  mayChange: boolean
  mayErase: boolean
}

export interface UnitLine {
  id: string
  name: string
  fullName: string
  kind: Coded
  level: Coded | null
  parent: string | null
  depth: number
  posts: number
  approved: number | null
  actual: number
  vacant: number | null
  excess: number | null
}
export interface HolderLine {
  person: string | null
  name: string | null
  since: string | null
  text: string | null
}
export interface PostLine {
  id: string
  title: string
  category: string
  categoryWord: string
  level: Coded | null
  principal: boolean
  inTeam: boolean
  counted: boolean
  tier: string | null
  management: Coded | null
  functions: string[]
  holders: HolderLine[]
  empty: boolean
  emptySince: string | null
}
/** A unit's own columns, as the ledger keeps them. */
export interface UnitIs {
  name: string
  shortName: string | null
  code: string | null
  kind: string
  level: string | null
  parent: string | null
  order: number
  [column: string]: unknown
}
/** 核定职级职数 of some ranks together. */
export interface RankNumber {
  highest: string
  lowest: string
  ranks: string
  number: number
  document: string | null
}
export interface UnitSheet {
  id: string
  asof: string
  path: string
  ancestors: Named[]
  unit: UnitIs
  kind: Coded
  level: Coded | null
  since: string | null
  aliases: string[]
  teams: Named[]
  children: Named[]
  predecessors: Named[]
  formed: { way: string; predecessors: string[]; document: string | null } | null
  establishment: EstablishmentLine[]
  approved: number | null
  actual: number
  vacant: number | null
  excess: number | null
  numbers: Quota[]
  headcount: Record<string, number | string | null> | null
  rankNumbers: RankNumber[]
  posts: PostLine[]
  unseated: HolderLine[]
  management: { leading: Coded | null; others: Coded | null; own: unknown }
  manages: { fact: string; manager: Named; text: string }[]
  history: HistoryLine[]
  mayChange: boolean
  mayErase: boolean
  mayGrant: boolean
}
/** A post's own columns, as the ledger keeps them. */
export interface PostIs {
  unit: string
  title: string
  partyTitle: string | null
  section: string | null
  team: string | null
  category: string
  level: string | null
  leading: boolean | null
  principal: boolean
  tier: string | null
  weight: number | null
  functions: string[]
  qualification: string | null
  seats: number
  order: number
  counted: boolean
  management: string | null
  termed: boolean
  elected: boolean | null
  code: string | null
}
export interface PostSheet {
  id: string
  asof: string
  post: PostIs
  title: string
  categoryWord: string
  tierWord: string | null
  level: Coded | null
  management: Coded | null
  unit: Named
  path: string
  team: Named | null
  opened: string
  empty: boolean
  emptySince: string | null
  stretches: Stretch[]
  history: HistoryLine[]
  elected: boolean
  termDue: string | null
  mayChange: boolean
  mayErase: boolean
}
