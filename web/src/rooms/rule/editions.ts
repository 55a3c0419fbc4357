/** A text that was proposed, and what became of it. 版本 */
export interface EditionRow {
  id: string
  kind: string
  kindWord: string
  code: string
  from: string | null
  title: string
  file: string
  source: 'SHIPPED' | 'CITY' | 'PAGE'
  by: string | null
  mine: boolean
  at: string
  reason: string
  fate: 'PUBLISHED' | 'REFUSED' | 'WITHDRAWN' | null
  version: number | null
  decidedBy: string | null
  decidedAt: string | null
  grounds: string | null
  seen: string | null
}

export interface EditionSheet {
  row: EditionRow
  text: string
  standing: string | null
}

export interface RefusedFile {
  file: string
  problems: Problem[]
}

export interface FilesTold {
  at: string | null
  folder: string
  files: number
  proposed: number
  refused: RefusedFile[]
}

export interface Problem {
  line: number
  what: string
}

export interface Trial {
  sound: boolean
  problems: Problem[]
  code: string | null
  title: string | null
  from: string | null
  citation: string | null
  situation: string | null
  replaces: boolean
  ends: string | null
  last: string | null
  cases: { line: number; told: string; expect: string | null; got: string | null; right: boolean }[]
}

export interface Side {
  verdict: string
  outcome: string
  words: string
}

export interface Count {
  name: string
  count: number
}

export interface Difference {
  at: { valid: string; known: number }
  days: { day: string; people: number; bodies: number }[]
  digest: string
  people: number
  bodies: number
  changed: number
  steps: Count[]
  units: Count[]
  levels: Count[]
  shown: number
  rows: { person: string | null; name: string; post: string | null; unit: string; level: string; code: string; day: string; from: Side | null; to: Side | null }[]
  withheld: string[]
  unasked: string[]
  seconds: number
}

export interface MeasureWords {
  name: string
  title: string
  of: string[]
  takes: string[]
  needsTarget: boolean
  unit: string | null
  words: string[]
  example: string
}

/** One line of two texts held side by side. */
export interface ComparedLine {
  mark: ' ' | '-' | '+'
  text: string
}

/** What was taken out and what came in, line by line, by the longest run of lines both have. */
export function compared(before: string, after: string): ComparedLine[] {
  const one = before ? before.split('\n') : []
  const two = after.split('\n')
  const longest = Array.from({ length: one.length + 1 }, () => new Uint16Array(two.length + 1))
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = two.length - 1; j >= 0; j--) longest[i][j] = one[i] === two[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1])
  }
  const lines: ComparedLine[] = []
  let [i, j] = [0, 0]
  while (i < one.length || j < two.length) {
    if (i < one.length && j < two.length && one[i] === two[j]) {
      lines.push({ mark: ' ', text: one[i++] })
      j++
    } else if (j >= two.length || (i < one.length && longest[i + 1][j] >= longest[i][j + 1])) lines.push({ mark: '-', text: one[i++] })
    else lines.push({ mark: '+', text: two[j++] })
  }
  return lines
}

/** The draft with another first day; the last day it may have is kept. */
export function since(text: string, day: string): string {
  return text.replace(/^(\s*(?:-\s+)?in-force:\s*\{[^}\n]*?from:\s*)[^,}\s]+/m, `$1${day}`)
}

/** The first day a draft says, where it says one. */
export const sinceOf = (text: string) => /^\s*(?:-\s+)?in-force:\s*\{[^}\n]*?from:\s*(\d{4}-\d{2}-\d{2})/m.exec(text)?.[1] ?? null

/** What a new clause begins from. */
export const BLANK = `code: BS-1
title: （写明要求）
cite: { regulation: 市管职级干部管理办法（示例）, edition: "示例", clause: 本市安排 }
in-force: { from: 2027-01-01 }
status: S
effect: WARNS
scope: { occasion: rank-promotion }
when: { time-in-post: { at-least: 2 years } }
cases:
  - { facts: { time-in-post: 24 months }, expect: MET }
  - { facts: { time-in-post: 23 months }, expect: NOT_MET }
  - { expect: UNKNOWN }
`
