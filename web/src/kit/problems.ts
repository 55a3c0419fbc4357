import { Problem } from '@/api/http'
import { t } from '@/words'

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
