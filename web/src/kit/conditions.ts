import { t } from '@/words'
import type { Written } from './language'

/** A condition as the server reads it: the rule language itself. */
export type Cond =
  | { all: Cond[] }
  | { any: Cond[] }
  | { not: Cond }
  | { field: string; op: Op; value: unknown }
  | Written
export type Op = 'is' | 'in' | 'atLeast' | 'atMost' | 'between' | 'has' | 'under' | 'contains' | 'known'

export interface Field {
  field: string
  label: string
  english?: string | null
  kind: 'number' | 'code' | 'text' | 'date' | 'flag' | 'unit'
  ops: Op[]
  codes?: { code: string; name: string }[] | null
  /** Word after the number, e.g. 岁. */
  unit?: string | null
}

/** The same condition as it is edited: brackets that may be empty, and a 非 before anything. */
export interface Bracket {
  kind: 'bracket'
  join: 'all' | 'any'
  not: boolean
  items: Node[]
}
export interface Test {
  kind: 'test'
  not: boolean
  field: string
  op: Op
  value: unknown
  /** The words of a unit, which the id alone does not tell. */
  said?: string
}
/** What only the language of clauses asks; `said` is the server's sentence for it. */
export interface Spoken {
  kind: 'spoken'
  not: boolean
  written: Written
  said?: string
}
export type Node = Bracket | Test | Spoken

export function bracket(join: 'all' | 'any' = 'all', items: Node[] = []): Bracket {
  return { kind: 'bracket', join, not: false, items }
}

export function toTree(condition: Cond | null): Bracket {
  if (!condition) return bracket()
  const node = read(condition)
  return node.kind === 'bracket' && !node.not ? node : bracket('all', [node])
}

function read(condition: Cond): Node {
  if ('not' in condition) {
    const inner = read(condition.not as Cond)
    return { ...inner, not: !inner.not }
  }
  if ('all' in condition) return bracket('all', (condition.all as Cond[]).map(read))
  if ('any' in condition) return bracket('any', (condition.any as Cond[]).map(read))
  if (!('field' in condition)) return { kind: 'spoken', not: false, written: condition }
  const test = condition as { field: string; op: Op; value: unknown }
  return { kind: 'test', not: false, ...test }
}

/** Null while nothing is asked; empty brackets ask nothing. */
export function toCond(node: Node): Cond | null {
  const inner = node.kind === 'test' ? testOf(node) : node.kind === 'spoken' ? node.written : bracketOf(node)
  return inner && node.not ? { not: inner } : inner
}

function testOf(test: Test): Cond {
  return { field: test.field, op: test.op, value: test.value }
}

function bracketOf(node: Bracket): Cond | null {
  const inner = node.items.map(toCond).filter((one): one is Cond => one !== null)
  if (inner.length === 0) return null
  if (inner.length === 1) return inner[0]
  return node.join === 'all' ? { all: inner } : { any: inner }
}

/** The condition with one more demand, as a bar of the structure strip adds it. */
export function both(one: Cond | null, other: Cond): Cond {
  if (!one) return other
  return 'all' in one ? { all: [...(one.all as Cond[]), other] } : { all: [one, other] }
}

/** `≤ 48 岁`, `四级调研员以上`, `有`: the test without its field's name. */
export function valueText(test: Test, field?: Field): string {
  const codes = new Map(field?.codes?.map((code) => [code.code, code.name]))
  const name = (value: unknown) => codes.get(String(value)) ?? String(value ?? '').replace(/^(\d{4})-(\d{2})/, '$1.$2')
  const unit = field?.unit ? ` ${field.unit}` : ''
  const value = test.value
  switch (test.op) {
    case 'atLeast':
      return field?.kind === 'code' ? t('kit.condition.codeAtLeast', { value: name(value) }) : `≥ ${name(value)}${unit}`
    case 'atMost':
      return field?.kind === 'code' ? t('kit.condition.codeAtMost', { value: name(value) }) : `≤ ${name(value)}${unit}`
    case 'between': {
      const [low, high] = Array.isArray(value) ? value : []
      return `${name(low)}—${name(high)}${unit}`
    }
    case 'in':
      return (Array.isArray(value) ? value : [value]).map(name).join('、')
    case 'under':
      return t('kit.condition.underUnit', { value: test.said ?? name(value) })
    case 'contains':
      return t('kit.condition.containing', { value: name(value) })
    case 'known':
      return t(value === false ? 'kit.condition.unrecorded' : 'kit.condition.recorded')
    default:
      if (typeof value === 'boolean' && test.op === 'is') return t(value ? 'kit.condition.is' : 'kit.condition.isNot')
      if (typeof value === 'boolean') return t(value ? 'kit.condition.yes' : 'kit.condition.no')
      return (Array.isArray(value) ? value : [value]).map(name).join('、') + unit
  }
}
