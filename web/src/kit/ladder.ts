/** A stretch of a career as it is drawn; `to` null means it still holds. Dates are ISO as far as known. */
export interface Stretch {
  id: string
  from: string
  to: string | null
  label: string
  current?: boolean
  /** Not read or not settled: drawn dashed, never filled. */
  doubtful?: boolean
}

export interface Placed extends Stretch {
  x: number
  width: number
  lane: number
  text: string
  textX: number
  anchor: 'start' | 'end'
  inside: boolean
}

/** A year with its fraction: `1998-07` → 1998.5. */
export function yearOf(iso: string): number {
  const [year, month = '1', day = '1'] = iso.split('-')
  return Number.parseInt(year, 10) + (Number.parseInt(month, 10) - 1 || 0) / 12 + ((Number.parseInt(day, 10) || 1) - 1) / 366
}

/** Places stretches on one row: those that overlap go into lanes, labels go inside, beside, or are cut. */
export function place(row: Stretch[], x: (year: number) => number, now: number, right: number, size = 10.5): { bars: Placed[]; lanes: number } {
  const ends: number[] = []
  const sorted = [...row].sort((a, b) => yearOf(a.from) - yearOf(b.from))
  const boxes = sorted.map((one) => {
    const left = x(yearOf(one.from))
    const end = Math.max(x(one.to ? Math.min(yearOf(one.to), now) : now), left + 3)
    let lane = ends.findIndex((last) => last <= left + 1)
    if (lane < 0) lane = ends.length
    ends[lane] = end
    return { one, left, end, lane }
  })
  const bars = boxes.map(({ one, left, end, lane }, i) => {
    const wide = textWidth(one.label, size)
    const next = boxes.slice(i + 1).find((box) => box.lane === lane)?.left ?? right
    const before = boxes.slice(0, i).filter((box) => box.lane === lane).pop()?.end ?? 0
    const bar = { ...one, x: left, width: end - left - 1, lane }
    if (wide + 7 <= end - left) return { ...bar, text: one.label, textX: left + 4, anchor: 'start' as const, inside: true }
    if (wide + 8 <= next - end) return { ...bar, text: one.label, textX: end + 4, anchor: 'start' as const, inside: false }
    if (wide + 8 <= left - before - 84) return { ...bar, text: one.label, textX: left - 5, anchor: 'end' as const, inside: false }
    const fits = Math.floor((end - left - 8) / size)
    const cut = fits >= 2 ? `${one.label.slice(0, fits - 1)}…` : ''
    return { ...bar, text: cut, textX: left + 4, anchor: 'start' as const, inside: true }
  })
  return { bars, lanes: Math.max(1, ends.length) }
}

function textWidth(text: string, size: number): number {
  let wide = 0
  for (const letter of text) wide += letter.charCodeAt(0) > 255 ? size : size * 0.58
  return wide
}
