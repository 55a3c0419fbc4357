import type { Valid } from './usePerson'

/** A date as far as it is known (`2022`, `2022-03`, `2022-03-12`, `2002春`) as the ledger keeps it: a day and how far it is known. */
export function toValid(from: string | null, to: string | null): Valid | null {
  const first = edge(from)
  const last = edge(to)
  if (!first) return null
  return { from: first.day, to: last?.day ?? null, start: first.letter, end: last?.letter ?? 'U' }
}

const SEASONS: Record<string, string> = { 春: '03', 夏: '06', 秋: '09', 冬: '12' }

function edge(date: string | null): { day: string; letter: string } | null {
  if (!date) return null
  const [year, month, day] = date.split('-')
  if (day) return { day: date, letter: 'D' }
  if (month) return { day: `${year}-${month}-01`, letter: 'M' }
  const season = SEASONS[date.slice(4)]
  if (season) return { day: `${date.slice(0, 4)}-${season}-01`, letter: 'S' }
  return { day: `${year}-01-01`, letter: 'Y' }
}

/** The way back: what is shown in a date field. An unknown end shows as nothing. */
export function toDate(day: string | null, letter: string): string | null {
  if (!day || letter === 'U') return null
  if (letter === 'Y') return day.slice(0, 4)
  return letter === 'D' ? day : day.slice(0, 7)
}
