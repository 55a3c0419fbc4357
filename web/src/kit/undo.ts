import { computed, onBeforeUnmount, shallowReactive } from 'vue'
import { t } from '@/words'
import { announce } from './announce'

/** One step at the page that may honestly be taken back, for nothing of it is on the ledger. 一步 */
interface Step {
  owner: symbol
  /** What is taken back, in words. */
  what: string
  back: () => unknown
  /** Steps of one mark that follow one another are one step: typing in one box. */
  mark?: string
}

const MOST = 100
const steps = shallowReactive<Step[]>([])
let goingBack = false

/** What the next `Ctrl+Z` takes back; null where there is nothing. */
export const nextBack = computed(() => (steps.length ? steps[steps.length - 1].what : null))

/**
 * Gives a page its steps for as long as it is open. What is recorded on the ledger is never such a step: it is corrected or
 * cancelled with a reason, where it stands.
 */
export function useUndo() {
  const owner = Symbol('page')
  function forget() {
    for (let i = steps.length - 1; i >= 0; i--) if (steps[i].owner === owner) steps.splice(i, 1)
  }
  function done(what: string, back: () => unknown, mark?: string) {
    if (goingBack) return
    const last = steps[steps.length - 1]
    if (mark && last?.owner === owner && last.mark === mark) return
    steps.push({ owner, what, back, mark })
    if (steps.length > MOST) steps.shift()
  }
  onBeforeUnmount(forget)
  return { done, forget }
}

/** Takes the last step back, and says which it was. */
export async function goBack() {
  const step = steps.pop()
  if (!step) return
  goingBack = true
  try {
    await step.back()
  } finally {
    goingBack = false
  }
  announce(t('kit.undo.done', { what: step.what }))
}
