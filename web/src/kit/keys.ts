import { onBeforeUnmount, onMounted, shallowReactive } from 'vue'

/** One key of the page: what it is called in the list, and what it does. */
export interface Key {
  /** `j`, `Enter`, `ArrowRight`, `ctrl+Enter`, or two strokes: `g p`. */
  key: string
  /** Word key of what it does. */
  label: string
  /** What it would do just now, where that changes. */
  says?: () => string
  run: (event: KeyboardEvent) => void
  /** True when it also works while typing in a field. */
  typing?: boolean
  when?: () => boolean
}

const held = shallowReactive<Set<Key>>(new Set())
let first = ''
let firstAt = 0

/** Every key that works on this page now, for the list under `?`. */
export const keysHeld: ReadonlySet<Key> = held

/** Gives a component its keys for as long as it is on the page. Off during IME composition. */
export function useKeys(keys: Key[]) {
  onMounted(() => keys.forEach((key) => held.add(key)))
  onBeforeUnmount(() => keys.forEach((key) => held.delete(key)))
}

function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null
  if (!element || !element.matches) return false
  if (element.matches('textarea,select') || element.closest('[contenteditable]:not([contenteditable=false])')) return true
  return element.matches('input') && !/^(checkbox|radio|button|submit)$/.test((element as HTMLInputElement).type)
}

function isPressable(target: EventTarget | null): boolean {
  return !!(target as HTMLElement | null)?.closest?.('button,a,summary,input,[role=button],[role=menuitem],[role=option]')
}

function named(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return event.ctrlKey || event.metaKey ? `ctrl+${key}` : key
}

window.addEventListener('keydown', (event) => {
  if (!event.key || event.isComposing || event.keyCode === 229 || event.defaultPrevented || event.altKey) return
  const typing = isTyping(event.target)
  const pressed = named(event)
  if ((pressed === 'Enter' || pressed === ' ') && isPressable(event.target)) return
  const double = event.timeStamp - firstAt < 1200 ? `${first} ${pressed}` : ''
  const candidates = [...held].reverse()
  const key =
    candidates.find((one) => one.key === double && fits(one, typing)) ??
    candidates.find((one) => one.key === pressed && fits(one, typing))
  first = typing ? '' : pressed
  firstAt = event.timeStamp
  if (!key) return
  event.preventDefault()
  key.run(event)
})

function fits(key: Key, typing: boolean): boolean {
  return (!typing || !!key.typing) && (!key.when || key.when())
}
