/** What was typed into a form of facts and not written: kept while the page is loaded, so that no way out of the form loses it. */
export interface Unwritten {
  body: Record<string, unknown>
  from: string | null
  to: string | null
  basis: string
}

const kept = new Map<string, Unwritten>()
const reasons = new Map<string, string>()

/** Whose form, of which kind, and of which fact where it corrects one. */
export const placeOf = (person: string, kind: string, fact = 'new') => [person, fact, kind].join('/')

export const unwritten = (place: string) => kept.get(place)
export const reasonOf = (place: string) => reasons.get(place) ?? ''

export function keep(place: string, typed: Unwritten | null) {
  if (typed) kept.set(place, typed)
  else kept.delete(place)
}
export function keepReason(place: string, reason: string) {
  if (reason) reasons.set(place, reason)
  else reasons.delete(place)
}
export function written(place: string) {
  kept.delete(place)
  reasons.delete(place)
}

/** The kind of the new fact about this person that somebody last began and did not write. */
export function begun(person: string): string | undefined {
  const places = [...kept.keys()].filter((place) => place.startsWith(`${person}/new/`))
  return places.length ? places[places.length - 1].split('/')[2] : undefined
}
