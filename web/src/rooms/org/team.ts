import { lengthText, monthsBetween, type EstablishmentRow, type Seat, type SeatSpan, type TargetRow } from '@/kit'
import { t } from '@/words'
import { coded } from '@/words/domain'
import type { EstablishmentLine, Figure, Member, Stretch, TeamSeat, TeamSheet } from './org'

export function seats(team: { seats: TeamSeat[]; asof: string }): Seat[] {
  return team.seats.map((seat, i) => ({
    id: `${seat.post}-${i}`,
    title: seat.title,
    principal: seat.principal,
    hidden: seat.hidden,
    person: seat.person,
    about: seat.person ? about(seat.person) : undefined,
    tenure: seat.months === null ? undefined : t('org.tenure', { length: lengthText(seat.months) }),
    vacant: seat.empty
      ? {
          since: seat.emptySince,
          length: spent(seat.emptySince, team.asof),
          before: seat.before?.name ?? undefined,
        }
      : undefined,
  }))
}

/** Nothing for less than a month. */
const spent = (from: string | null, to: string) => {
  const months = monthsBetween(from, to)
  return months ? lengthText(months) : ''
}

export const about = (member: Member) =>
  [member.sex, member.ethnicity, member.communist === false ? member.party : null, member.fulltime ?? member.inservice]
    .filter(Boolean)
    .join('　')

/** Each person once, in the order of seats. */
export function membersOf(team: { seats: TeamSeat[] }): Member[] {
  const found = new Map<string, Member>()
  for (const seat of team.seats) if (seat.person) found.set(seat.person.id, seat.person)
  return [...found.values()]
}

export const numbers = (lines: EstablishmentLine[]): EstablishmentRow[] =>
  lines.map((line) => ({
    id: line.category + (line.level ?? ''),
    label: line.level ? `${line.word}（${coded(line.level)}）` : line.word,
    approved: line.approved,
    actual: line.actual,
  }))

export function targetWords(figure: { least: number | null; most: number | null }): string | null {
  if (figure.least !== null && figure.most !== null) return `${figure.least}—${figure.most}`
  if (figure.least !== null) return `≥ ${figure.least}`
  return figure.most === null ? null : `≤ ${figure.most}`
}

function word(figure: Figure): string {
  if (figure.verdict === null) return figure.unknown ? t('org.silent', { count: figure.unknown }) : '—'
  if (figure.verdict === 'UNKNOWN') return t('org.silent', { count: figure.unknown })
  if (figure.verdict === 'MET') return t('org.met')
  const have = figure.have ?? 0
  if (figure.least !== null && have < figure.least && !figure.mean) return t('org.lacking', { count: figure.least - have })
  if (figure.most !== null && have > figure.most && !figure.mean) return t('org.over', { count: have - figure.most })
  return t('org.notMet')
}

/** What is wished stands first; of the rest, only what says something and has no picture of its own. */
export function targetRows(team: TeamSheet): TargetRow[] {
  const wished = team.structure.filter((figure) => figure.verdict !== null)
  const rest = team.structure.filter((figure) => figure.verdict === null && (figure.mean || (figure.have ?? 0) > 0) && !figure.measure.startsWith('BEEN_'))
  return [...wished, ...rest].map((figure) => {
    const bound = figure.least ?? figure.most
    const scale = figure.mean ? 60 : Math.max(team.seats.length, bound ?? 0, 1)
    return {
      id: figure.measure,
      label: figure.word,
      have: figure.have,
      target: targetWords(figure),
      bar: bound === null ? undefined : { have: (figure.have ?? 0) / scale, target: bound / scale },
      verdict: figure.verdict,
      word: word(figure),
    }
  })
}

export function historyRows(team: TeamSheet) {
  return team.history.map((row) => ({
    id: row.post,
    title: row.title,
    spans: row.stretches.filter((stretch) => !stretch.unrecorded).map((stretch, i) => span(stretch, `${row.post}-${i}`, team.asof)),
  }))
}

/** How long somebody sat there is only told; what follows from it a clause says, among the findings of that person. */
export function span(stretch: Stretch, id: string, asof: string): SeatSpan {
  return {
    id,
    from: stretch.from,
    to: stretch.to,
    person: stretch.person ? { id: stretch.person, name: stretch.name ?? '' } : undefined,
    hidden: stretch.hidden,
    note: stretch.empty ? undefined : lengthText(monthsBetween(stretch.from, stretch.to ?? asof)) || undefined,
  }
}

export const TEAM_WHATS = ['seats', 'members', 'empty', 'approved', 'vacant', 'excess'] as const
export type TeamWhat = (typeof TEAM_WHATS)[number]

/** One post of a team with whoever sits in it. */
export interface PostSeats {
  post: string
  title: string
  seats: number
  taken: TeamSeat[]
  empty: TeamSeat | null
}
export interface Made {
  /** The number itself, reckoned from what is listed; null where none was laid down. */
  count: number | null
  posts: PostSeats[]
  lines: (EstablishmentLine & { empty: TeamSeat[] })[]
  hidden: number
}

/** What a number of the team list is made of. */
export function madeOf(team: TeamSheet, what: TeamWhat): Made {
  const posts = new Map<string, PostSeats>()
  for (const seat of team.seats) {
    const post = posts.get(seat.post) ?? { post: seat.post, title: seat.title, seats: seat.seats, taken: [], empty: null }
    if (seat.empty) post.empty = seat
    else post.taken.push(seat)
    posts.set(seat.post, post)
  }
  const all = [...posts.values()]
  const lines = team.establishment.map((line) => ({ ...line, empty: team.seats.filter((seat) => seat.empty && seat.category === line.category) }))
  const sum = (key: 'approved' | 'vacant' | 'excess', of: EstablishmentLine[]) => of.reduce<number | null>((so, line) => (line[key] === null ? so : (so ?? 0) + line[key]!), null)
  const none = { posts: [], lines: [], hidden: 0 }
  const hidden = team.seats.filter((seat) => seat.hidden).length
  switch (what) {
    case 'seats':
      return { ...none, count: all.reduce((so, post) => so + post.seats, 0), posts: all }
    case 'empty':
      return { ...none, count: all.filter((post) => post.empty).length, posts: all.filter((post) => post.empty) }
    case 'members':
      return { ...none, count: membersOf(team).length + hidden, hidden }
    default: {
      const those = lines.filter((line) => (what === 'approved' ? line.approved !== null : (line[what] ?? 0) > 0))
      return { ...none, count: those.length || team.approved !== null ? (sum(what, those) ?? 0) : null, lines: those }
    }
  }
}
