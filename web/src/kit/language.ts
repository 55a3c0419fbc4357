import type { MeasureWord, Vocabulary } from '@/api/vocabulary'

/** A leaf of a condition in the language of clauses, as the server reads it. */
export type Written = Record<string, unknown>
export type Sort = 'measure' | 'fact' | 'conclusion' | 'cohort'
export type How = 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'between' | 'is' | 'in' | 'not-in' | 'above' | 'below'
export type Span = 'ever' | 'current' | 'this-year' | 'last' | 'calendar' | 'between' | 'in-rank' | 'in-level' | 'in-post'

/** The same while it is composed. */
export interface Draft {
  sort: Sort
  name: string
  how: How
  amount: string
  high: string
  unit: string
  words: string[]
  yes: boolean
  takes: Record<string, string[]>
  span: Span
  from: string
  to: string
  field: string
  count: 'exists' | 'at-least' | 'at-most' | 'is'
  times: string
}

export function draft(sort: Sort = 'measure', name = ''): Draft {
  return { sort, name, how: 'at-least', amount: '', high: '', unit: '', words: [], yes: true, takes: {}, span: 'ever', from: '', to: '', field: '', count: 'exists', times: '1' }
}

const NUMBERS: How[] = ['at-least', 'at-most', 'more-than', 'less-than', 'between', 'is']
const CODES: How[] = ['at-least', 'at-most', 'in', 'not-in']

export function hows(kind: MeasureWord['kind'], ordered: boolean): How[] {
  if (kind === 'flag') return []
  return kind === 'number' ? NUMBERS : ordered ? CODES : ['in', 'not-in']
}

/** As the server reads it; null while something is missing. */
export function write(one: Draft, words: Vocabulary): Written | null {
  if (!one.name) return null
  switch (one.sort) {
    case 'cohort':
      return { cohort: one.name }
    case 'conclusion':
      return one.words.length ? { recorded: { code: one.name, in: one.words } } : null
    case 'fact':
      return fact(one, words)
    default:
      return measure(one, words)
  }
}

function measure(one: Draft, words: Vocabulary): Written | null {
  const about = words.measures.find((each) => each.name === one.name)
  if (!about) return null
  const body: Written = {}
  for (const [name, values] of Object.entries(one.takes)) {
    if (!values.length || !(name in about.takes)) continue
    body[name] = name === 'years' || name === 'category' || name === 'blocks' ? values[0] : name === 'grade' || name === 'of' ? values : { in: values }
  }
  if (about.kind === 'flag') return { [one.name]: Object.keys(body).length ? { ...body, is: one.yes } : one.yes }
  const compared = comparing(one, about.kind === 'number', about.units[0]?.code)
  return compared ? { [one.name]: { ...body, ...compared } } : null
}

function comparing(one: Draft, number: boolean, unit?: string): Written | null {
  if (!number) {
    if (!one.words.length) return null
    return { [one.how]: one.how === 'in' || one.how === 'not-in' ? one.words : one.words[0] }
  }
  const amount = (text: string) => (text.trim() ? `${text.trim()} ${one.unit || unit}` : null)
  const low = amount(one.amount)
  if (one.how !== 'between') return low ? { [one.how]: low } : null
  const high = amount(one.high)
  return low && high ? { between: [low, high] } : null
}

function fact(one: Draft, words: Vocabulary): Written | null {
  const kind = words.kinds.find((each) => each.kind === one.name)
  if (!kind) return null
  const body: Written = { kind: one.name }
  if (one.span === 'between') {
    if (!one.from) return null
    body.within = one.to ? { from: one.from, to: one.to } : { from: one.from }
  } else if (one.span === 'last') {
    if (!one.from) return null
    body.within = `${one.from} months`
  } else if (one.span === 'calendar') {
    if (!one.from) return null
    body.within = `${one.from} calendar-years`
  } else if (one.span !== 'ever') body.within = one.span
  const field = kind.fields.find((each) => each.name === one.field)
  if (field) {
    if (field.sort === 'flag') body.where = { [field.name]: one.yes }
    else if (field.sort === 'number') {
      const compared = comparing(one, true, field.units[0]?.code)
      if (!compared) return null
      body.where = { [field.name]: compared }
    } else {
      const values = field.words.length ? one.words : one.amount.trim() ? [one.amount.trim()] : []
      if (!values.length) return null
      body.where = { [field.name]: field.words.length ? { in: values } : { contains: values } }
    }
  }
  if (one.count === 'exists') return { exists: body }
  return one.times ? { count: { ...body, [one.count]: `${one.times} times` } } : null
}

/** What was written, to be changed; whatever the form does not know begins anew. */
export function read(written: Written, words: Vocabulary): Draft {
  const key = Object.keys(written)[0] ?? ''
  const value = written[key]
  if (key === 'cohort') return draft('cohort', String(value))
  if (key === 'recorded') {
    const asked = value as { code?: string; in?: string[] } | string
    return typeof asked === 'string' ? { ...draft('conclusion', asked), words: ['是'] } : { ...draft('conclusion', asked.code ?? ''), words: asked.in ?? [] }
  }
  if (key === 'exists' || key === 'count') return facts(key, value as Written, words)
  const about = words.measures.find((each) => each.name === key)
  if (!about) return draft()
  const one = draft('measure', key)
  if (typeof value === 'boolean') return { ...one, yes: value }
  const body = (value ?? {}) as Written
  for (const name of Object.keys(about.takes)) {
    const given = body[name]
    if (given === undefined) continue
    one.takes[name] = list(given !== null && typeof given === 'object' && !Array.isArray(given) ? (given as Written).in : given)
  }
  if (about.kind === 'flag') return { ...one, yes: body.is !== false }
  return compared(one, body)
}

const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)])

function compared(one: Draft, body: Written): Draft {
  const how = [...NUMBERS, ...CODES].find((each) => each in body)
  if (!how) return one
  const values = list(body[how])
  const parts = values.map((each) => each.match(/^(-?[\d.]+)\s+(\S+)$/))
  if (parts[0]) return { ...one, how, amount: parts[0][1], unit: parts[0][2], high: parts[1]?.[1] ?? '' }
  return { ...one, how, words: values }
}

function facts(key: 'exists' | 'count', body: Written, words: Vocabulary): Draft {
  let one = draft('fact', String(body.kind ?? ''))
  const within = body.within
  if (within && typeof within === 'object') one = { ...one, span: 'between', from: String((within as Written).from ?? ''), to: String((within as Written).to ?? '') }
  else if (typeof within === 'string') {
    const months = within.match(/^(\d+) (months|calendar-years)$/)
    one = months ? { ...one, span: months[2] === 'months' ? 'last' : 'calendar', from: months[1] } : { ...one, span: within as Span }
  }
  const [field, asked] = Object.entries((body.where ?? {}) as Written)[0] ?? []
  if (field) {
    one = { ...one, field }
    const sort = words.kinds.find((each) => each.kind === one.name)?.fields.find((each) => each.name === field)
    if (typeof asked === 'boolean') one = { ...one, yes: asked }
    else if (sort?.sort === 'number') one = compared(one, asked as Written)
    else {
      const values = list(asked && typeof asked === 'object' && !Array.isArray(asked) ? ((asked as Written).in ?? (asked as Written).contains) : asked)
      one = sort?.words.length ? { ...one, words: values } : { ...one, amount: values[0] ?? '' }
    }
  }
  const count = (['at-least', 'at-most', 'is'] as const).find((each) => each in body)
  return key === 'count' && count ? { ...one, count, times: String(body[count]).split(' ')[0] } : one
}
