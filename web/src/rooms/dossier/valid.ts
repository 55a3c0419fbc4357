/** For which days something holds, as the server takes it: dates as far as known, or days with letters for how far. */
export interface Valid {
  from: string
  to: string | null
  start?: string
  end?: string
}

/** Dates as far as they are known (`2022`, `2022-03`, `2022-03-12`, `2002春`); the server knows what they cover. */
export function toValid(from: string | null, to: string | null): Valid | null {
  return from ? { from, to } : null
}

/** A beginning that nobody knows stays unknown; only the end is told anew. */
export function withEnd(start: string, to: string | null): Valid {
  if (!to) return { from: start, to: null, start: 'U', end: 'U' }
  const [year, month, day] = to.split('-')
  const letter = day ? 'D' : month ? 'M' : 'Y'
  return { from: start, to: `${year.slice(0, 4)}-${month ?? '01'}-${day ?? '01'}`, start: 'U', end: letter }
}

/** What a date field shows of a day in the ledger. An unknown end shows as nothing. */
export function toDate(day: string | null, letter: string): string | null {
  if (!day || letter === 'U') return null
  if (letter === 'Y') return day.slice(0, 4)
  return letter === 'D' ? day : day.slice(0, 7)
}
