import { watch } from 'vue'
import { createI18n } from 'vue-i18n'

type Words = { [key: string]: string | Words }
type Language = 'zh-CN' | 'en'

const zh = gather(import.meta.glob<Words>('./zh-CN/*.ts', { eager: true, import: 'default' }))
const en = gather(import.meta.glob<Words>('./en/*.ts', { eager: true, import: 'default' }))

/** Files become top-level keys: `zh-CN/dossier.ts` is read as `dossier.…`. Chinese is the source of truth. */
function gather(files: Record<string, Words>): Record<string, Words> {
  return Object.fromEntries(Object.entries(files).map(([path, words]) => [path.split('/').pop()!.replace('.ts', ''), words]))
}

export const catalogues = { 'zh-CN': zh, en }

export const words = createI18n({
  legacy: false,
  locale: remembered(),
  fallbackLocale: 'zh-CN',
  messages: catalogues,
  missingWarn: false,
  fallbackWarn: false,
})

function remembered(): Language {
  return localStorage.getItem('huoshui.language') === 'en' ? 'en' : 'zh-CN'
}

watch(
  words.global.locale,
  (language) => {
    localStorage.setItem('huoshui.language', language)
    document.documentElement.lang = language
  },
  { immediate: true },
)

/** `t('room.key', {…})` in the language of this reader. */
export const t = words.global.t
export const te = words.global.te
export const language = words.global.locale
