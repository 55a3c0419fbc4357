import { Problem } from '@/api/http'
import { language, t, te } from '@/words'

/** The one sentence to show for anything that went wrong; the server's own sentence where it gave one. */
export function sentence(wrong: unknown): string {
  if (!(wrong instanceof Problem)) return t('kit.error.broken')
  if (wrong.detail) return wrong.detail
  if (wrong.status === 0) return t('kit.error.unreachable')
  if (wrong.status === 401) return t('kit.error.signedOut')
  if (wrong.status === 403) return t('kit.error.sight')
  if (wrong.status === 404) return t('kit.error.absent')
  return t('kit.error.broken')
}

export function codeOf(wrong: unknown): string {
  return wrong instanceof Problem ? wrong.code : 'page'
}

/** Families of codes, by how they begin and end. */
const FAMILIES: [RegExp, string][] = [
  [/^bad-|-malformed$/, 'value'],
  [/^unknown-/, 'unlisted'],
  [/-already$|^already-|^same-|-exists$|-used$|-twice$|^twice$/, 'already'],
  [/^too-(many|long)|-too-long$|^long-|-many$/, 'tooMuch'],
]
const BY_STATUS: Record<number, string> = { 401: 'signIn', 403: 'sight', 404: 'absent', 409: 'conflict', 413: 'tooMuch', 422: 'input', 428: 'purpose', 429: 'limit' }

/** A few English words above the server's Chinese sentence, for whoever reads English; nothing on a Chinese page. */
export function heading(wrong: unknown): string {
  if (language.value !== 'en' || !(wrong instanceof Problem) || !/[\u4e00-\u9fff]/.test(wrong.detail)) return ''
  if (te(`refusal.code.${wrong.code}`)) return t(`refusal.code.${wrong.code}`)
  const family = wrong.status === 422 || wrong.status === 400 ? (FAMILIES.find(([code]) => code.test(wrong.code))?.[1] ?? (/^no-/.test(wrong.code) ? 'missing' : 'input')) : BY_STATUS[wrong.status]
  return t(`refusal.family.${family ?? (wrong.status >= 500 ? 'broken' : 'input')}`)
}
