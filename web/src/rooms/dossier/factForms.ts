import type { Fact, FormField } from '@/kit'
import { dayText } from '@/kit'
import { t, te } from '@/words'
import { coded } from '@/words/domain'
import { codesOf, wordOf } from './codeWords'

type Kind = FormField['kind']
const SEXES = ['男', '女']
const GRADES = ['优秀', '称职', '基本称职', '不称职', '未定等次', '合格', '基本合格', '不合格']
/** 提醒、函询、诫勉 and what an organization may do to somebody, as clauses name them. */
const MEASURES = [
  '提醒',
  '函询',
  '批评教育',
  '责令检查',
  '诫勉',
  '停职检查',
  '调整职务',
  '调离岗位',
  '转任职级',
  '引咎辞职',
  '责令辞职',
  '免职',
  '降职',
  '降低职级',
  '通报',
  '责任追究',
  '辞退',
  '其他',
]
/** 重大斗争一线和吃劲岗位, and how somebody showed there. */
const FRONTS = ['重大斗争一线', '吃劲岗位']
const SHOWINGS = ['优秀', '较好', '一般', '较差']
const MEMBERS = ['正职', '副职', '其他']
/** The levels of leading posts, highest first, as the national list words them. */
export const LEVELS = ['厅局级正职', '厅局级副职', '县处级正职', '县处级副职', '乡科级正职', '乡科级副职', '股级', '科员', '办事员']
/** Ranks of the ladders that no code list has; the others come from their lists. */
const UNLISTED_RANKS = [
  ...['一级总监', '二级总监', '一级高级主管', '二级高级主管', '三级高级主管', '四级高级主管', '一级主管', '二级主管', '三级主管', '四级主管', '专业技术员'],
  ...['督办', '一级高级主办', '二级高级主办', '三级高级主办', '四级高级主办', '一级主办', '二级主办', '三级主办', '四级主办', '一级行政执法员', '二级行政执法员'],
  ...['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'].map((step) => `管理${step}级职员`),
]
/** Lists of ranks, each ladder from the top: 综合管理类, then 法官、检察官、警务, then those before 2019. */
const RANK_LISTS = ['ZB148', 'ZB136', 'ZB133']

/** Every rank a clerk may name, by its word; of a list that has ladders as headings only the rungs. */
function ranks(): string[] {
  const named = RANK_LISTS.flatMap((list) => codesOf(list).filter((one) => list !== 'ZB136' || one.code.length === 3)).map((one) => one.name)
  return [...new Set([...named, ...UNLISTED_RANKS])]
}

/** Fields chosen from a list of codes: by the code where the fact keeps codes, else by the word. */
const LISTED: Record<string, Record<string, { list: string; by: 'code' | 'name' }>> = {
  standing: { category: { list: 'ZB125', by: 'code' }, establishment: { list: 'ZB135', by: 'code' }, state: { list: 'ZB126', by: 'code' }, grade: { list: 'ZB134', by: 'code' } },
  managed: { category: { list: 'ZB130', by: 'code' } },
  training: { category: { list: 'ZB29', by: 'name' } },
}

/** Codes of RC01 and RC02; their words stand in the words files. */
export const TALENT_CATEGORIES = ['1', '2', '3', '4', '5', '9']
export const TALENT_GROUNDS = ['1', '2', '3', '9']
const ACHIEVEMENTS = ['项目', '成果', '专利', '论著', '奖项', '荣誉']
const WISHES = ['住房', '子女入学', '配偶就业', '医疗', '项目申报', '经费', '其他']

/** What is kept of a talent who is no cadre. */
export const OF_TALENTS = ['talent', 'talent-work', 'achievement', 'talent-wish', 'identity', 'id-number', 'title', 'expertise', 'language', 'contact', 'study', 'cadre']

/** The chapter of each kind of the talents', and of the decision that makes somebody a cadre. */
const TALENT_CHAPTER: Record<string, string> = { talent: 'TALENT', 'talent-work': 'TALENT', achievement: 'TALENT', 'talent-wish': 'TALENT', study: 'EDUCATION', cadre: 'CAREER' }
export const chapterOf = (kind: string) => TALENT_CHAPTER[kind] ?? 'BASIC'

/** What each kind of fact says, in the order it is asked for: name, sort of field, whether it must be there, its choices. */
const FIELDS: Record<string, [string, Kind, boolean?, string[]?][]> = {
  identity: [
    ['name', 'text', true],
    ['sex', 'code', false, SEXES],
    ['birth', 'date'],
    ['ethnicity', 'text'],
    ['nativePlace', 'text'],
    ['birthPlace', 'text'],
    ['upbringingPlace', 'text'],
  ],
  'id-number': [['number', 'text', true]],
  party: [
    ['party', 'text', true],
    ['joined', 'date'],
  ],
  'work-start': [['date', 'date', true]],
  health: [['text', 'text', true]],
  title: [
    ['title', 'text', true],
    ['board', 'text'],
    ['printed', 'flag'],
  ],
  expertise: [['text', 'long', true]],
  language: [
    ['language', 'text', true],
    ['level', 'text'],
  ],
  contact: [
    ['channel', 'text', true],
    ['value', 'text', true],
  ],
  remark: [['text', 'long', true]],
  post: [
    ['text', 'text', true],
    ['unit', 'unit'],
    ['level', 'code', false, LEVELS],
    ['leading', 'flag'],
    ['main', 'flag'],
    ['member', 'code', false, MEMBERS],
    ['appointedBy', 'text'],
    ['removedBy', 'text'],
    ['remark', 'text'],
  ],
  rank: [
    ['rank', 'code', true],
    ['approvedBy', 'text'],
  ],
  level: [
    ['level', 'code', true, LEVELS],
    ['approvedBy', 'text'],
  ],
  secondment: [
    ['text', 'text', true],
    ['host', 'unit'],
    ['track', 'text'],
  ],
  'career-line': [
    ['line', 'number', true],
    ['text', 'text', true],
    ['meanwhile', 'flag'],
  ],
  'unread-line': [
    ['line', 'number', true],
    ['text', 'text', true],
  ],
  study: [
    ['mode', 'code', true, ['fulltime', 'inservice']],
    ['level', 'text'],
    ['degree', 'text'],
    ['school', 'text'],
    ['major', 'text'],
    ['degreeSchool', 'text'],
    ['degreeGranted', 'date'],
    ['printed', 'flag'],
  ],
  training: [
    ['course', 'text', true],
    ['category', 'code'],
    ['host', 'text'],
    ['institution', 'text'],
    ['hours', 'number'],
    ['days', 'number'],
    ['abroad', 'flag'],
  ],
  standing: [
    ['category', 'code'],
    ['establishment', 'code'],
    ['state', 'code'],
    ['grade', 'code'],
    ['registered', 'date'],
  ],
  managed: [['category', 'code', true]],
  custody: [
    ['unit', 'unit'],
    ['text', 'text'],
  ],
  'annual-grade': [
    ['year', 'number', true],
    ['grade', 'code', true, GRADES],
  ],
  reward: [
    ['name', 'text', true],
    ['authority', 'text'],
    ['authorityLevel', 'text'],
  ],
  frontline: [
    ['sort', 'code', true, FRONTS],
    ['front', 'text', true],
    ['role', 'text'],
    ['showing', 'code', false, SHOWINGS],
    ['assessedBy', 'text'],
    ['proof', 'text'],
  ],
  sanction: [
    ['name', 'text', true],
    ['authority', 'text'],
    ['reason', 'long'],
    ['influenceUntil', 'date'],
    ['lifted', 'date'],
  ],
  'org-measure': [
    ['measure', 'code', true, MEASURES],
    ['authority', 'text'],
    ['reason', 'long'],
    ['influenceUntil', 'date'],
    ['rescinded', 'date'],
  ],
  family: [
    ['order', 'number', true],
    ['relation', 'text', true],
    ['name', 'text'],
    ['birth', 'date'],
    ['party', 'text'],
    ['post', 'text'],
  ],
  talent: [
    ['category', 'code', true, TALENT_CATEGORIES],
    ['recommender', 'unit'],
    ['recommenderText', 'text'],
    ['ground', 'code', true, TALENT_GROUNDS],
    ['citation', 'text', true],
    ['consented', 'date'],
  ],
  'talent-work': [
    ['employer', 'text', true],
    ['occupation', 'text'],
    ['field', 'text'],
  ],
  achievement: [
    ['sort', 'code', true, ACHIEVEMENTS],
    ['title', 'text', true],
    ['role', 'text'],
    ['level', 'text'],
    ['by', 'text'],
  ],
  'talent-wish': [
    ['matter', 'code', true, WISHES],
    ['wish', 'long', true],
    ['handledBy', 'text'],
    ['outcome', 'long'],
  ],
  cadre: [
    ['decidedBy', 'text', true],
    ['document', 'text'],
  ],
  overseas: [
    ['place', 'text', true],
    ['purpose', 'text', true],
  ],
  'part-time': [
    ['organization', 'text', true],
    ['post', 'text', true],
    ['approvedBy', 'text'],
  ],
  entered: [
    ['way', 'text'],
    ['fromUnit', 'text'],
    ['fromPost', 'text'],
    ['fromLevel', 'text'],
    ['civilServant', 'date'],
  ],
  departed: [
    ['way', 'text'],
    ['toUnit', 'text'],
    ['approvedBy', 'text'],
    ['remark', 'text'],
  ],
  'selected-graduate': [
    ['kind', 'text', true],
    ['source', 'text'],
    ['firstUnit', 'text'],
    ['grassroots', 'text'],
  ],
}

/** Kinds a person may write by hand; the rest come from forms and from other doors. */
export const WRITABLE = Object.keys(FIELDS)

export function fieldsOf(kind: string): FormField[] {
  return (FIELDS[kind] ?? []).map(([name, sort, required, choices]) => ({
    name,
    label: labelOf(kind, name),
    kind: sort,
    required,
    codes: chosenFrom(kind, name) ?? choices?.map((code) => ({ code, name: choiceName(kind, name, code) })),
  }))
}

function chosenFrom(kind: string, name: string): { code: string; name: string }[] | undefined {
  if (kind === 'rank' && name === 'rank') return ranks().map((word) => ({ code: word, name: word }))
  const listed = LISTED[kind]?.[name]
  return listed && codesOf(listed.list).map((one) => (listed.by === 'code' ? one : { code: one.name, name: one.name }))
}

function choiceName(kind: string, name: string, code: string): string {
  if (kind === 'talent') return t(`dossier.talent.${name}.${code}`)
  return code === 'fulltime' || code === 'inservice' ? t(`dossier.${code}`) : code
}

/** Some words depend on the kind: the level of a post is not that of a language. */
function labelOf(kind: string, name: string): string {
  const own = `dossier.fieldOf.${kind}.${name}`
  return te(own) ? t(own) : t(`dossier.field.${name}`)
}

export function kindName(kind: string): string {
  return t(`dossier.kind.${kind}`)
}

/** 1.2 MB, 340 kB. */
const sizeText = (bytes: number) => (bytes >= 1 << 20 ? `${(bytes / (1 << 20)).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`)

/** A fact in one line, as a clerk would read it out. */
export function describe(fact: Fact): string {
  const body = fact.body
  if (!body || Object.keys(body).length === 0) return t('dossier.erased')
  const said = (name: string) => {
    const value = body[name]
    if (value === null || value === undefined || value === '') return ''
    if (name === 'level') return coded(String(value))
    return /^\d{4}-\d{2}/.test(String(value)) ? dayText(String(value)) : String(value)
  }
  switch (fact.kind) {
    case 'study':
      return [t(`dossier.${said('mode') || 'fulltime'}`), said('level'), said('degree'), said('school'), said('major')].filter(Boolean).join('　')
    case 'annual-grade':
      return t('dossier.gradeLine', { year: said('year'), grade: said('grade') })
    case 'career-line':
    case 'unread-line':
      return t('dossier.resumeLine', { line: said('line'), text: said('text') })
    case 'training':
      return [said('course'), said('institution'), said('hours') && t('dossier.hours', { hours: said('hours') })].filter(Boolean).join('　')
    case 'printed':
      return `${t(`dossier.box.${said('box')}`)}　${said('text')}`
    case 'custody':
      return /^[\d.]*$/.test(said('text')) ? t('dossier.matched') : said('text')
    case 'cancelled':
      return said('reason')
    case 'photo':
      return t('dossier.kind.photo')
    case 'attachment':
      return `${said('name')}（${sizeText(Number(body.bytes))}）`
    case 'assessed':
      return t('dossier.assessedLine', { occasion: said('occasion'), title: said('title'), voices: said('voices') })
    case 'talent':
      return [choiceName('talent', 'category', said('category')), choiceName('talent', 'ground', said('ground')), said('citation'), said('consented') && t('dossier.talent.consentedOn', { day: said('consented') }), said('recommenderText')].filter(Boolean).join('　')
    case 'post':
      return [said('text'), said('level')].filter(Boolean).join('　')
    default:
      return Object.entries(body)
        .filter(([name, value]) => typeof value !== 'boolean' && typeof value !== 'object' && !/^(slot|code|unit|post|person|host|order|digest)$/.test(name))
        .map(([name]) => wordOf(fact.kind, name, said(name)))
        .filter(Boolean)
        .join('　')
  }
}
