import type { FormField } from '@/kit'
import { t } from '@/words'
import { CATEGORIES, FUNCTIONS, KINDS, MANAGEMENT, MODES, POST_LEVELS, RANKS, TIERS, UNIT_LEVELS, WAYS } from './acts'
import type { PostIs } from './org'

const named = (group: string, codes: readonly string[]) => codes.map((code) => ({ code, name: t(`org.code.${group}.${code}`) }))
const text = (name: string, required = false): FormField => ({ name, label: t(`org.field.${name}`), kind: 'text', required })
const code = (name: string, group: string, codes: readonly string[], required = false): FormField => ({
  name,
  label: t(`org.field.${name}`),
  kind: 'code',
  codes: named(group, codes),
  required,
})
const flag = (name: string): FormField => ({ name, label: t(`org.field.${name}`), kind: 'flag' })
const number = (name: string): FormField => ({ name, label: t(`org.field.${name}`), kind: 'number' })

export const categories = () => named('category', CATEGORIES)

export const unitFields = (): FormField[] => [
  text('name', true),
  text('shortName'),
  code('kind', 'kind', KINDS, true),
  code('level', 'unitLevel', UNIT_LEVELS),
  text('code'),
]

export const moreUnitFields = (): FormField[] => [
  code('kind', 'kind', KINDS, true),
  code('level', 'unitLevel', UNIT_LEVELS),
  text('code'),
  flag('legalPerson'),
  text('area'),
  text('affiliation'),
  text('category'),
  text('creditCode'),
  text('civilManaged'),
  { ...text('remark'), kind: 'long' },
]

export const postFields = (): FormField[] => [
  text('title', true),
  text('partyTitle'),
  text('section'),
  code('category', 'category', CATEGORIES, true),
  code('level', 'postLevel', POST_LEVELS),
  flag('leading'),
  flag('principal'),
  flag('counted'),
  flag('termed'),
  flag('elected'),
  code('tier', 'tier', TIERS),
  number('weight'),
  { name: 'functions', label: t('org.field.functions'), kind: 'codes', codes: FUNCTIONS.map((one) => ({ code: one, name: one })) },
  code('management', 'management', MANAGEMENT),
  number('seats'),
  number('order'),
  { ...text('qualification'), kind: 'long' },
]

export const managementFields = (): FormField[] => [
  code('leading', 'management', MANAGEMENT),
  code('others', 'management', MANAGEMENT),
].map((field) => ({ ...field, label: t(`org.field.${field.name}As`) }))

export const grantFields = (): FormField[] => [
  { ...flag('everywhere') },
  { name: 'over', label: t('org.field.over'), kind: 'unit', hint: t('org.overHint') },
  flag('subtree'),
  { name: 'categories', label: t('org.field.categories'), kind: 'codes', codes: named('management', MANAGEMENT), required: true },
  code('mode', 'mode', MODES, true),
]

export const headcountFields = (): FormField[] =>
  ['administrative', 'civilManaged', 'institution', 'workers', 'politicalLegal', 'other'].map((name) => ({
    name,
    label: t(`org.headcount.${name}`),
    kind: 'number',
  }))

/** How a line of each kind is put right, field by field; kinds without a form are ended or cancelled. */
export function correctionFields(kind: string): FormField[] {
  switch (kind) {
    case 'unit':
      return [text('name', true), text('shortName'), { name: 'parent', label: t('org.parent'), kind: 'unit' }, number('order'), ...moreUnitFields()]
    case 'alias':
      return [text('text', true)]
    case 'establishment':
      return [code('category', 'category', CATEGORIES, true), { ...code('level', 'postLevel', POST_LEVELS), label: t('org.field.postLevel') }, { ...number('number'), required: true }, text('document')]
    case 'rank-establishment':
      return [
        { name: 'highest', label: t('org.field.highest'), kind: 'code', codes: RANKS, required: true },
        { name: 'lowest', label: t('org.field.lowest'), kind: 'code', codes: RANKS, required: true },
        { ...number('number'), required: true },
        text('document'),
      ]
    case 'headcount':
      return [...headcountFields(), text('document')]
    case 'management':
      return managementFields()
    case 'post':
      return postFields()
    case 'team':
      return [{ ...text('name'), label: t('org.field.teamName') }, number('order')]
    case 'term':
      return [number('ordinal'), { name: 'due', label: t('org.due'), hint: t('org.dueHint'), kind: 'date', required: true }]
    case 'formed':
    case 'ended':
      return [code('way', 'way', WAYS, true), text('document')]
    case 'authority':
      return grantFields().filter((field) => field.name !== 'everywhere')
    default:
      return []
  }
}

export const freshPost = (unit: string): PostIs => ({
  unit,
  title: '',
  partyTitle: null,
  section: null,
  team: null,
  category: 'DEPUTY',
  level: null,
  leading: true,
  principal: false,
  tier: null,
  weight: null,
  functions: [],
  qualification: null,
  seats: 1,
  order: 0,
  counted: true,
  management: null,
  termed: false,
  elected: false,
  code: null,
})
