export type Occasion = 'ROUTINE' | 'SPECIAL' | 'ANNUAL' | 'PRE_APPOINTMENT' | 'TERM_CHANGE'
export type Confidentiality = 'NAMED' | 'CONFIDENTIAL' | 'SECRET'
export type About = 'PERSON' | 'TEAM'
export type Kind = 'RATING' | 'CHOICE' | 'NOMINATION' | 'NARRATIVE' | 'CHECKLIST' | 'KEYED'

export const CONFIDENCES: Confidentiality[] = ['SECRET', 'CONFIDENTIAL', 'NAMED']

export interface Question {
  code: string
  kind: Kind
  dimension: string | null
  text: string
  status: string
  source: string
  required: boolean
  options: { word: string; adverse: boolean }[]
  least: number
  most: number
}

/** An instrument as it is asked. 测评表 */
export interface Form {
  code: string
  title: string
  status: string
  note: string
  source: string
  about: About[]
  occasions: Occasion[]
  dimensions: { code: string; name: string; sign: 'POSITIVE' | 'NEGATIVE' }[]
  voices: { code: string; name: string; weight: number; into: string }[]
  fewest: number
  instanceLeast: number
  items: Question[]
}

export interface Edition {
  id: string
  version: number
  reason: string
  /** Who stands behind it; nobody does behind a file. */
  drafter: string | null
  own: boolean
  fate: 'PUBLISHED' | 'REFUSED' | null
  form: Form
}

export interface RoundLine {
  id: string
  title: string
  occasion: Occasion
  confidentiality: Confidentiality
  statement: string
  opens: string
  closes: string
  outcome: 'CLOSED' | 'ANNULLED' | null
}

export interface Monitor {
  round: RoundLine
  instrument: string
  edition: number
  basis: string
  openedBy: string
  ended: string | null
  subjects: { id: string; kind: About; name: string; withdrawn: string | null }[]
  groups: { voice: string; name: string; heads: number; codes: number; answered: number; rounded: boolean }[]
  missing: { id: string; name: string }[]
}

export interface Figure {
  n: number
  mean: number | null
  spread: number | null
  agreement: number | null
  words: string | null
  bars: { word: string; count: number }[]
}

export interface Result {
  round: string
  occasion: Occasion
  confidentiality: Confidentiality
  kind: About
  name: string
  scorecard: {
    subject: string
    groups: { key: string; names: string[]; weight: number; issued: number; returned: number; valid: number }[]
    dimensions: { code: string; name: string; sign: 'POSITIVE' | 'NEGATIVE'; overall: Figure; byGroup: Figure[] }[]
    items: { code: string; dimension: string | null; text: string; status: string; source: string; overall: Figure; byGroup: Figure[] }[]
    notes: string[]
  }
  instances: { item: string; paraphrase: string }[]
  unedited: number
}

/** What a voter answers to one question. 答复 */
export interface Given {
  grade?: string | null
  options?: string[] | null
  names?: { name: string; reason: string }[] | null
  text?: string | null
  instance?: string | null
  instances?: Record<string, string> | null
}

export interface VoiceSheet {
  subject: string
  answers: Record<string, Given>
}

/** What a code opens. */
export interface Opened {
  title: string
  confidentiality: Confidentiality
  statement: string
  closes: string
  voice: string
  subjects: { id: string; kind: About; name: string; post: string | null }[]
  form: Form
  version: number
  sheets: VoiceSheet[]
}

/** What a text asks differently from the one in force: lines that came, went or read otherwise. */
export function differences(now: Form, then: Form): { sort: 'added' | 'dropped' | 'changed'; text: string }[] {
  const lines = (form: Form) =>
    new Map<string, string>([
      ['title', form.title],
      ...form.dimensions.map((one) => [`d:${one.code}`, `${one.name} ${one.sign}`] as const),
      ...form.voices.map((one) => [`v:${one.code}`, `${one.name} ${one.weight}%`] as const),
      ...form.items.map((one) => [`i:${one.code}`, `${one.code} ${one.text}（${one.options.map((each) => each.word).join('/')}）`] as const),
    ])
  const [before, after] = [lines(then), lines(now)]
  return [
    ...[...after].filter(([key]) => !before.has(key)).map(([, text]) => ({ sort: 'added' as const, text })),
    ...[...before].filter(([key]) => !after.has(key)).map(([, text]) => ({ sort: 'dropped' as const, text })),
    ...[...after].filter(([key, text]) => before.has(key) && before.get(key) !== text).map(([key, text]) => ({ sort: 'changed' as const, text: `${before.get(key)} → ${text}` })),
  ]
}

/** Where a round stands, told from its window and its end. */
export function stateOf(round: RoundLine, now: Date): 'before' | 'running' | 'due' | 'closed' | 'annulled' {
  if (round.outcome) return round.outcome === 'CLOSED' ? 'closed' : 'annulled'
  if (now < new Date(round.opens)) return 'before'
  return now < new Date(round.closes) ? 'running' : 'due'
}

/** One decimal, and how many spoke. */
export const figureText = (value: number | null) => (value === null ? '—' : value.toFixed(1))

/** Whether this answer is still missing something, and what. */
export function lacking(question: Question, given: Given | undefined, least: number): 'answer' | 'instance' | null {
  const empty = !given || (!given.grade && !given.options?.length && !given.names?.length && !given.text?.trim())
  if (empty) return question.required ? 'answer' : null
  const short = (words?: string | null) => (words ?? '').trim().length < least
  const adverse = (word: string) => question.options.some((one) => one.word === word && one.adverse)
  if (question.kind === 'RATING' && given!.grade && adverse(given!.grade) && short(given!.instance)) return 'instance'
  if (question.kind === 'CHECKLIST' && (given!.options ?? []).some((word) => adverse(word) && short(given!.instances?.[word]))) return 'instance'
  if (question.kind === 'CHOICE' && ((given!.options ?? []).length < question.least || (given!.options ?? []).length > question.most)) return 'answer'
  return null
}
