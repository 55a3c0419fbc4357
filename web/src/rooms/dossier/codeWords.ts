import { reactive } from 'vue'
import { http } from '@/api/http'

/** Which code list each body's field is written in; the facts keep codes as they came. */
const LISTS: Record<string, Record<string, string>> = {
  standing: { category: 'ZB125', establishment: 'ZB135', state: 'ZB126', grade: 'ZB134' },
  managed: { category: 'ZB130' },
}

const words = reactive(new Map<string, Map<string, string>>())
const asked = new Set<string>()

function fetched(list: string) {
  if (asked.has(list)) return
  asked.add(list)
  http
    .get<{ code: string; name: string }[]>(`/codes/${list}`)
    .then((codes) => words.set(list, new Map(codes.map((one) => [one.code, one.name]))))
    .catch(() => asked.delete(list))
}

/** The entries of a list, as soon as it has come. */
export function codesOf(list: string): { code: string; name: string }[] {
  fetched(list)
  return [...(words.get(list) ?? [])].map(([code, name]) => ({ code, name }))
}

/** The word of a code, as soon as its list has come; until then, and for a code not in it, the code itself. */
export function wordOf(kind: string, name: string, code: string): string {
  const list = LISTS[kind]?.[name]
  if (!list || !code) return code
  fetched(list)
  return words.get(list)?.get(code) ?? code
}
