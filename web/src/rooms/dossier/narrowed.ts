import { both, type Cond, type Heap } from '@/kit'

/**
 * What the address asks once a bar of the make-up was pressed: the people of the heap shown of whom the bar holds. Of those who do
 * not meet the condition that is its opposite and the bar; of those left open, the bar and that what it asks about is known.
 */
export function narrowed(condition: Cond | null, heap: Heap, bar: Cond): Record<string, string | null> {
  if (!condition || heap === 'MET') return { c: JSON.stringify(both(condition, bar)) }
  if (heap === 'NOT_MET') return { c: JSON.stringify(both({ not: condition }, bar)), heap: null }
  return { c: JSON.stringify(fields(bar).reduce((so, field) => both(so, { field, op: 'known', value: true }), both(condition, bar))) }
}

/** Fields a bar compares; where it asks whether something is known, silence is an answer. */
function fields(cond: Cond): string[] {
  if ('all' in cond) return [...new Set((cond.all as Cond[]).flatMap(fields))]
  if ('any' in cond) return [...new Set((cond.any as Cond[]).flatMap(fields))]
  if ('not' in cond) return fields(cond.not as Cond)
  return 'field' in cond && 'op' in cond && cond.op !== 'known' ? [cond.field as string] : []
}
