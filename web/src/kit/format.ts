import { language, t } from '@/words'

/** `1978-05-12` → `1978.05`; a year or a season stays as far as it is known. */
export function monthText(iso?: string | null): string {
  return iso ? iso.slice(0, 7).replace(/-/g, '.') : ''
}

/** `2026-11-20` → `2026.11.20`, as far as it is known. */
export function dayText(iso?: string | null): string {
  return iso ? iso.slice(0, 10).replace(/-/g, '.') : ''
}

/** An instant in the reader's words: `2026.11.20 09:41`, in Asia/Shanghai whatever the machine says. */
export function instantText(instant?: string | null): string {
  if (!instant) return ''
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? instant : `${shanghai(date, 'day')} ${shanghai(date, 'time')}`
}

export function timeText(instant: string | Date): string {
  return shanghai(new Date(instant), 'time')
}

function shanghai(date: Date, part: 'day' | 'time'): string {
  const zone = 'Asia/Shanghai'
  if (part === 'time') {
    return date.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  }
  return date.toLocaleDateString('en-CA', { timeZone: zone }).replace(/-/g, '.')
}

/** A half-open span as people print it: `2019.11—2022.03`, `2022.03—`; an unknown end is a `?`. */
export function periodText(from?: string | null, to?: string | null, start = 'M', end = 'M'): string {
  if (start === 'U' && !to) return t('kit.sinceUnknown')
  const first = start === 'U' ? '?' : precise(from, start)
  const last = to ? (end === 'U' ? '?' : precise(to, end)) : ''
  return `${first}—${last}`
}

function precise(iso: string | null | undefined, letter: string): string {
  if (!iso) return '?'
  if (letter === 'Y') return iso.slice(0, 4)
  return letter === 'D' ? dayText(iso) : monthText(iso)
}

/** Whole months from one date to another, both as far as they are known; null where a month is missing. */
export function monthsBetween(from?: string | null, to?: string | null): number | null {
  const [a, b] = [parts(from), parts(to)]
  if (!a || !b) return null
  return (b.year - a.year) * 12 + (b.month - a.month)
}

function parts(iso?: string | null) {
  const found = /^(\d{4})-(\d{2})/.exec(iso ?? '')
  return found ? { year: Number(found[1]), month: Number(found[2]) } : null
}

/** `56` months → `4年8月`. */
export function lengthText(months: number | null): string {
  if (months === null) return ''
  const [years, rest] = [Math.floor(months / 12), months % 12]
  if (language.value === 'en') return [years && `${years}y`, (rest || !years) && `${rest}m`].filter(Boolean).join(' ')
  return `${years ? `${years}年` : ''}${rest || !years ? `${rest}月` : ''}`
}

/** Two-character names are set as wide as three: 郁　桐. */
export function spacedName(name?: string | null): string {
  if (!name) return ''
  return /^[㐀-鿿]{2}$/.test(name) ? `${name[0]}\u3000${name[1]}` : name
}

export function countText(count: number): string {
  return count.toLocaleString('en-US')
}
