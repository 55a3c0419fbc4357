import { computed, onBeforeUnmount, reactive, ref, watch } from 'vue'
import { http, Problem } from '@/api/http'
import { lacking, type Given, type Opened, type VoiceSheet } from './rounds'

const KEPT = 'huoshui.ballot'

interface Kept {
  code: string
  opened: Opened
  answers: Record<string, Record<string, Given>>
  skipped: string[]
  /** Handed in while the line was down: sent as soon as it is back. */
  waiting?: boolean
}

/** While the line is down it is tried again this often, beside the moment the browser says that it is back. */
const AGAIN = 10_000

/**
 * A ballot being filled in: kept on this device at every stroke until it is handed in, so that a lost connection or a closed page loses
 * nothing; handed in, the device forgets it.
 */
export function useBallot() {
  const code = ref('')
  const opened = ref<Opened | null>(null)
  const answers = reactive<Record<string, Record<string, Given>>>({})
  const skipped = ref<string[]>([])
  const wrong = ref<unknown>(null)
  const busy = ref(false)
  const taken = ref<{ kept: number; withdrawn: string[] } | null>(null)
  const offline = ref(false)
  const restored = ref(false)
  const waiting = ref(false)

  function recall(): Kept | null {
    try {
      return JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Kept | null
    } catch {
      return null
    }
  }

  function show(kept: Kept) {
    code.value = kept.code
    opened.value = kept.opened
    skipped.value = kept.skipped
    waiting.value = kept.waiting ?? false
    for (const subject of kept.opened.subjects) answers[subject.id] = kept.answers[subject.id] ?? {}
  }

  const before = recall()
  if (before) {
    show(before)
    restored.value = true
  }

  watch(
    [answers, skipped, waiting],
    () => {
      if (opened.value && !taken.value) localStorage.setItem(KEPT, JSON.stringify({ code: code.value, opened: opened.value, answers, skipped: skipped.value, waiting: waiting.value }))
    },
    { deep: true },
  )

  /** The token against other houses' pages comes with any answer of this address, which looks at nobody. */
  async function send<T>(path: string, body: unknown): Promise<T> {
    await http.get('/ballots/clock')
    return await http.post<T>(path, body)
  }

  async function attempt(doing: () => Promise<void>) {
    busy.value = true
    wrong.value = null
    offline.value = false
    try {
      await doing()
    } catch (refused) {
      if (refused instanceof Problem && refused.status === 0) offline.value = true
      else wrong.value = refused
    } finally {
      busy.value = false
    }
  }

  const open = () =>
    attempt(async () => {
      const found = await send<Opened>('/ballots/openings', { code: code.value })
      const held: Record<string, Record<string, Given>> = {}
      for (const sheet of found.sheets) held[sheet.subject] = sheet.answers
      taken.value = null
      show({ code: code.value, opened: found, answers: held, skipped: found.sheets.length ? found.subjects.filter((one) => !held[one.id]).map((one) => one.id) : [] })
    })

  /** This code was handed in elsewhere meanwhile: what is filled in here goes in its place, if it is to. */
  const replace = () =>
    attempt(async () => {
      const found = await send<Opened>('/ballots/openings', { code: code.value })
      opened.value = { ...opened.value!, version: found.version }
    }).then(() => (wrong.value || offline.value ? undefined : submit()))

  /** What is missing of each subject's sheet, by question. */
  const gaps = computed(() => {
    const all: Record<string, Record<string, 'answer' | 'instance'>> = {}
    for (const subject of opened.value?.subjects ?? []) {
      const missing: Record<string, 'answer' | 'instance'> = {}
      if (!skipped.value.includes(subject.id))
        for (const question of opened.value!.form.items) {
          const lacks = lacking(question, answers[subject.id]?.[question.code], opened.value!.form.instanceLeast)
          if (lacks) missing[question.code] = lacks
        }
      all[subject.id] = missing
    }
    return all
  })
  const whole = computed(() => Object.values(gaps.value).every((one) => Object.keys(one).length === 0) && skipped.value.length < (opened.value?.subjects.length ?? 0))

  const submit = () =>
    attempt(async () => {
      const sheets: VoiceSheet[] = opened.value!.subjects
        .filter((one) => !skipped.value.includes(one.id))
        .map((one) => ({ subject: one.id, answers: answers[one.id] }))
      try {
        taken.value = await send('/ballots', { code: code.value, version: opened.value!.version, sheets })
      } catch (refused) {
        waiting.value = refused instanceof Problem && refused.status === 0
        throw refused
      }
      forget()
    })

  /** Handed in already, but the line was down. */
  const retry = () => {
    if (waiting.value && !busy.value && whole.value) void submit()
  }
  const clock = setInterval(retry, AGAIN)
  window.addEventListener('online', retry)
  onBeforeUnmount(() => {
    clearInterval(clock)
    window.removeEventListener('online', retry)
  })
  if (waiting.value) retry()

  /** Nothing of it stays on this device. */
  function forget() {
    localStorage.removeItem(KEPT)
    opened.value = null
    restored.value = false
    waiting.value = false
    skipped.value = []
    for (const key of Object.keys(answers)) delete answers[key]
  }

  function leave() {
    forget()
    code.value = ''
  }

  return { code, opened, answers, skipped, wrong, busy, taken, offline, restored, gaps, whole, waiting, open, submit, replace, leave }
}
