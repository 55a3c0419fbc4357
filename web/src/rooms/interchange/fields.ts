import { monthText } from '@/kit'
import { t, te } from '@/words'

/** The fields of a form in its order; those of the draft belong together and are kept or taken as one. */
export const DRAFT = ['proposedPost', 'proposedRemoval', 'reason', 'submittedBy', 'retirementMonth', 'formerAgeLimit', 'ageReference', 'filledOn', 'filledBy', 'version', 'generation']
const CHAPTERS: Record<string, string> = {
  education: 'education', study: 'education', training: 'education',
  currentPost: 'career', postSince: 'career', career: 'career', unread: 'career', post: 'career', rank: 'career', level: 'career', secondment: 'career', title: 'basic',
  rewards: 'supervision', assessments: 'appraisal', reward: 'appraisal', sanction: 'supervision', annualGrade: 'appraisal',
  family: 'family', health: 'health', photo: 'photo',
}
export const SHOWN = ['name', 'sex', 'birth', 'ethnicity', 'nativePlace', 'birthPlace', 'idNumber', 'partyJoined', 'parties', 'workStarted', 'health', 'title', 'expertise', 'education', 'currentPost', 'career', 'unread', 'family']

export const chapterOf = (field: string) => t(`interchange.chapter.${DRAFT.includes(field) ? 'form' : (CHAPTERS[field] ?? 'basic')}`)
export const labelOf = (field: string) => (te(`interchange.field.${field}`) ? t(`interchange.field.${field}`) : field)

/** A value as a form prints it: a list one entry a line. */
export function textOf(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length ? value.map((one) => lineOf(field, one)).join('\n') : null
  if (typeof value === 'object') return lineOf(field, value)
  const text = String(value)
  return /^\d{4}-\d{2}(-\d{2})?$/.test(text) ? text.replaceAll('-', '.') : text
}

function lineOf(field: string, one: unknown): string {
  if (typeof one !== 'object' || one === null) return String(one)
  const row = one as Record<string, unknown>
  const say = (key: string) => (row[key] === null || row[key] === undefined ? '' : String(row[key]))
  switch (field) {
    case 'education':
      return [t(`interchange.mode.${say('mode')}`), say('level') || say('degree'), say('school')].filter(Boolean).join('　')
    case 'career':
      return `${monthText(say('from'))}—${monthText(say('to'))}　${row.meanwhile ? t('interchange.meanwhile') : ''}${say('text')}`
    case 'family':
      return [say('relation'), say('name'), monthText(say('birth')), say('party'), say('post')].filter(Boolean).join('　')
    case 'unread':
      return say('text')
    case 'photo':
      return t('interchange.picture', { kb: Math.ceil(Number(row.bytes ?? 0) / 1024) })
    default:
      return Object.values(row).filter((part) => typeof part === 'string' || typeof part === 'number').join('　')
  }
}

/** Of two lists only the entries that differ; what both say need not be read twice. */
export function apart(field: string, was: unknown, now: unknown): [string | null, string | null] {
  const [before, after] = [textOf(field, was), textOf(field, now)]
  if (!Array.isArray(was) || !Array.isArray(now) || !before || !after) return [before, after]
  const [a, b] = [before.split('\n'), after.split('\n')]
  const only = (mine: string[], theirs: string[]) => mine.filter((line) => !theirs.includes(line)).join('\n') || null
  return [only(a, b), only(b, a)]
}
