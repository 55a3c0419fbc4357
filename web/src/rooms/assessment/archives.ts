import type { About, Confidentiality, Figure, Occasion, Result } from './rounds'

export const OCCASIONS: Occasion[] = ['ROUTINE', 'SPECIAL', 'ANNUAL', 'PRE_APPOINTMENT', 'TERM_CHANGE']

/** That somebody or a team was looked at, on which occasions; not what it came to. */
export interface Row {
  id: string
  kind: About
  name: string
  post: string | null
  counts: Partial<Record<Occasion, number>>
  latest: string | null
}

export interface Held {
  round: string
  subject: string
  title: string
  occasion: Occasion
  confidentiality: Confidentiality
  day: string
  instrument: string
  edition: number
  voices: number
}

export interface Point {
  round: string
  day: string
  overall: Figure
  groups: Result['scorecard']['groups']
  byGroup: Figure[]
}

export interface Series {
  name: string
  sign: 'POSITIVE' | 'NEGATIVE'
  points: Point[]
}

export interface Reply {
  appeal: boolean
  day: string
  words: string
}

export interface Conclusion {
  id: string
  title: string
  value: string
  day: string
  meeting: string
  convener: string
  deciders: string[]
  reason: string
  basis: string
  seen: { round: string; title: string }[]
  /** Its line in the dossier was cancelled since. */
  cancelled: boolean
  served: { on: string; text: string; way: string } | null
  replies: Reply[]
}

/** 政治素质档案 */
export interface Archive {
  id: string
  kind: About
  name: string
  post: string | null
  held: Held[]
  blanks: Occasion[]
  dimensions: Series[]
  instances: { round: string; day: string; sign: 'POSITIVE' | 'NEGATIVE' | null; item: string; paraphrase: string }[]
  conclusions: Conclusion[]
}

export interface Notice {
  id: string
  title: string
  on: string
  text: string
  way: string
  replies: Reply[]
}

/** What a dimension came to in this round; nothing where the round did not ask it. */
export const pointOf = (series: Series, held: Held) => series.points.find((one) => one.round === held.round)

/** Names as somebody types or pastes them: by commas, spaces or lines, each once. */
export const namesOf = (text: string) => [...new Set(text.split(/[，,、；;\s]+/).filter(Boolean))]

export const pathOf = (row: { kind: About; id: string }) => `/archives/${row.kind === 'TEAM' ? 'teams' : 'people'}/${row.id}`
