import type { Fact, LadderPost, Stretch } from '@/kit'
import { t } from '@/words'
import { coded } from '@/words/domain'
import { LEVELS } from './factForms'

/** The city's ladder, highest first, by the words the ledger keeps. */
export const ladderLevels = () => LEVELS.map((level) => ({ code: level, name: coded(level).replace('Division', 'Div.').replace('Section', 'Sect.') }))

const text = (fact: Fact, name: string) => String(fact.body?.[name] ?? '')
const OTHER_WORDS: Record<string, string> = { 科员级: '科员', 办事员级: '办事员' }

/** How a ledger's level word stands on the ladder; null where it is not one of its steps. */
function levelOf(fact: Fact): string | null {
  const word = text(fact, 'level')
  const level = OTHER_WORDS[word] ?? word
  return LEVELS.includes(level) ? level : null
}

const alive = (facts: Fact[], kind: string) => facts.filter((fact) => fact.kind === kind && !fact.superseded && fact.body)
const stretch = (fact: Fact, label: string): Stretch => ({
  id: fact.id,
  from: fact.valid.from,
  to: fact.valid.to,
  label,
  doubtful: fact.valid.start === 'U',
})

/** Short words of a post for the picture: what follows the unit's name, where that is known. */
function shortPost(fact: Fact): string {
  const whole = text(fact, 'text')
  const unit = text(fact, 'unitText')
  return text(fact, 'postText') || (unit && whole.startsWith(unit) ? whole.slice(unit.length) : '') || whole
}

export function ladderPosts(facts: Fact[], day: string): LadderPost[] {
  return alive(facts, 'post').map((fact) => ({
    ...stretch(fact, shortPost(fact)),
    level: levelOf(fact),
    current: !fact.valid.to || fact.valid.to > day,
  }))
}

export function ladderLanes(facts: Fact[]) {
  const studies = alive(facts, 'study').map((fact) => stretch(fact, [text(fact, 'level') || text(fact, 'degree'), text(fact, 'major')].filter(Boolean).join(' ')))
  const unread = alive(facts, 'unread-line').map((fact) => ({ ...stretch(fact, t('dossier.unreadLine', { line: text(fact, 'line') })), doubtful: true }))
  return [
    { name: t('dossier.lane.study'), tone: 'ochre', bars: [...studies, ...unread] },
    { name: t('dossier.lane.secondment'), tone: 'sand', bars: alive(facts, 'secondment').map((fact) => stretch(fact, text(fact, 'text'))) },
    { name: t('dossier.lane.frontline'), tone: 'ochre', bars: alive(facts, 'frontline').map((fact) => stretch(fact, text(fact, 'front'))) },
    { name: t('dossier.lane.rank'), tone: 'slate', bars: alive(facts, 'rank').map((fact) => ({ ...stretch(fact, text(fact, 'rank')), current: !fact.valid.to })) },
  ]
}

export function ladderGrades(facts: Fact[]) {
  return alive(facts, 'annual-grade').map((fact) => ({
    id: fact.id,
    year: Number(fact.body.year),
    grade: text(fact, 'grade'),
    top: text(fact, 'grade') === '优秀',
  }))
}

export function ladderMarks(facts: Fact[]) {
  return alive(facts, 'reward').map((fact) => ({ id: fact.id, date: fact.valid.from, label: text(fact, 'name') }))
}

/** Lines of the printed résumé in their order, the unread ones among them. */
export function resumeLines(facts: Fact[]) {
  return [...alive(facts, 'career-line'), ...alive(facts, 'unread-line')]
    .sort((a, b) => Number(a.body.line) - Number(b.body.line))
    .map((fact) => ({ fact, text: text(fact, 'text'), meanwhile: fact.body.meanwhile === true, unread: fact.kind === 'unread-line' }))
}
