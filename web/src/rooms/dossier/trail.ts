/** The list somebody came from, so that the person page can go to the next one in it. */
export interface Trail {
  label: string
  to: string
  ids: string[]
  total: number
}

const KEY = 'huoshui.trail'

export function layTrail(trail: Trail) {
  sessionStorage.setItem(KEY, JSON.stringify(trail))
}

export function trailOf(id: string): (Trail & { at: number; previous?: string; next?: string }) | null {
  const trail = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Trail | null
  const at = trail?.ids.indexOf(id) ?? -1
  return trail && at >= 0 ? { ...trail, at, previous: trail.ids[at - 1], next: trail.ids[at + 1] } : null
}
