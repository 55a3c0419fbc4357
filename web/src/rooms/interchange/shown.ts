import type { LocationQuery } from 'vue-router'

/** What the list of people shows, read from its own address, so that exactly that goes out. Pasted people stay with the tab. */
export function shownOf(query: LocationQuery): Record<string, unknown> {
  const one = (name: string) => (typeof query[name] === 'string' ? (query[name] as string) : null)
  return {
    condition: one('c') ? JSON.parse(one('c')!) : null,
    text: one('q'),
    unit: one('unit'),
    people: one('pasted') ? JSON.parse(sessionStorage.getItem(`huoshui.pasted.${one('pasted')}`) ?? 'null') : null,
    whom: one('whom'),
    heap: one('heap') ?? 'MET',
    lacking: one('lacking'),
  }
}
