import { catalogues, language, t, te } from './index'

type Said = { [key: string]: string | Said }

/** Words of codes that the server says in Chinese, with what they are in English. */
const english = new Map<string, string>()
function pair(zh: Said, en: Said) {
  for (const [key, value] of Object.entries(zh)) {
    const other = en[key]
    if (typeof value === 'string' && typeof other === 'string') english.set(value, english.get(value) ?? other)
    else if (typeof value !== 'string' && typeof other !== 'string') pair(value, other)
  }
}
const [zh, en] = [catalogues['zh-CN'], catalogues.en]
pair(zh.domain, en.domain)
pair(zh.org.code as Said, en.org.code as Said)
pair(zh.dossier.kind as Said, en.dossier.kind as Said)
pair((zh.kit.form as Said).box as Said, (en.kit.form as Said).box as Said)

/** A code's word as the server says it, in this reader's language; names and texts of the record stay as they are. */
export function coded(word: string): string {
  if (language.value !== 'en') return word
  const age = /^(\d+) (以下|以上)$/.exec(word)
  if (age) return `${age[2] === '以下' ? '≤' : '≥'} ${age[1]}`
  return english.get(word) ?? word
}

/** A role by its code; one that this page does not know keeps the server's name. */
export const roleName = (role: { id: string; name: string }) => (te(`access.roleName.${role.id}`) ? t(`access.roleName.${role.id}`) : role.name)

const WORDS = new Set(['word', 'categoryWord', 'tierWord', 'sortWord'])

/** The same of a whole answer: its codes' words, wherever they stand in it. */
export function told<T>(answer: T): T {
  if (language.value !== 'en' || answer === null || typeof answer !== 'object') return answer
  if (Array.isArray(answer)) return answer.map(told) as T
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, typeof value === 'string' ? (WORDS.has(key) ? coded(value) : value) : told(value)]),
  ) as T
}
