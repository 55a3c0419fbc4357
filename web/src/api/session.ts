import { computed, readonly, ref } from 'vue'
import { http, onSessionLost, Problem } from './http'

export interface Account {
  id: string
  name: string
  displayName: string
  unit: { id: string; name: string } | null
  roles: { id: string; name: string }[]
}

export interface Session {
  account: Account
  rights: string[]
  /** Chapters that may be read and written. */
  reads?: string[]
  writes?: string[]
  /** The cadre whom this account belongs to; null when it is nobody's. */
  person?: string | null
  mustChange: boolean
}

const current = ref<Session | null>(null)
const away = ref(false)

onSessionLost(() => {
  if (current.value) away.value = true
})

/** Who is at the page. `away` is true when the session ended while a page was open: sign in again and go on. */
export const session = readonly(current)
export const sessionAway = readonly(away)
export const account = computed(() => current.value?.account ?? null)

/** Whether this account holds one of the rights; no right asked for means everyone who is signed in. */
export function may(right?: string | readonly string[]): boolean {
  if (!current.value) return false
  if (!right || right.length === 0) return true
  const asked = typeof right === 'string' ? [right] : right
  return asked.some((one) => current.value!.rights.includes(one))
}

/** Whether this chapter may be read at all; none asked for means everyone. */
export function reads(chapter?: string): boolean {
  return !chapter || (current.value?.reads?.includes(chapter) ?? false)
}

/** Whether facts of this chapter may be written at all; of whom, each person's page says. */
export function writes(chapter: string): boolean {
  return current.value?.writes?.includes(chapter) ?? false
}

/** Asks the server who is signed in; null when nobody is. */
export async function recallSession(): Promise<Session | null> {
  try {
    current.value = await http.get<Session>('/session')
  } catch (refused) {
    if (!(refused instanceof Problem) || (refused.status !== 401 && refused.status !== 403)) throw refused
    current.value = null
  }
  return current.value
}

/** @throws Problem with code `totp-required` when the account also needs a one-time code. */
export async function signIn(name: string, password: string, code?: string): Promise<Session> {
  current.value = await http.post<Session>('/sessions', { account: name, password, code: code || undefined })
  away.value = false
  return current.value
}

export async function changePassword(old: string, fresh: string): Promise<void> {
  await http.put('/session/password', { old, new: fresh })
  await recallSession()
}

/** Nothing stays at the page, though the server cannot be reached: what was shown goes with the page itself. */
export async function signOut(): Promise<void> {
  await http.delete('/session').catch(() => undefined)
  leave('/sign-in')
}

/** Goes there with an empty memory: a page loaded anew, without what this one kept of people. */
export function leave(to: string) {
  sessionStorage.clear()
  window.location.assign(to)
}
