import { may } from '@/api/session'
import type { UnitSheet } from './org'

/** What may be done to a unit from its page, in the order of the menu. */
export const ACTIONS = ['rename', 'move', 'alter', 'merge', 'split', 'abolish', 'found', 'first', 'post', 'team', 'alias', 'establish', 'ranks', 'headcount', 'manage', 'grant'] as const
export type Action = (typeof ACTIONS)[number]

export function allowed(action: Action, unit: UnitSheet | undefined): boolean {
  if (!unit || action === 'first') return false
  if (action === 'grant') return unit.mayGrant
  if (action === 'manage') return may('MANAGE_AUTHORITY')
  return unit.mayChange
}

export const KINDS = ['CITY', 'PARTY_ORGAN', 'GOVERNMENT_ORGAN', 'CONGRESS', 'CONSULTATIVE', 'DISCIPLINE', 'JUDICIAL', 'MASS_ORGANIZATION', 'COUNTY', 'TOWNSHIP', 'INSTITUTION', 'ENTERPRISE', 'COLLEGE', 'OTHER']
export const UNIT_LEVELS = ['BUREAU', 'BUREAU_DEPUTY', 'COUNTY', 'COUNTY_DEPUTY', 'TOWNSHIP', 'TOWNSHIP_DEPUTY', 'SECTION', 'OTHER']
export const POST_LEVELS = ['BUREAU_CHIEF', 'BUREAU_DEPUTY', 'DIVISION_CHIEF', 'DIVISION_DEPUTY', 'SECTION_CHIEF', 'SECTION_DEPUTY', 'STAFF', 'CLERK']
export const CATEGORIES = ['HEAD', 'DEPUTY', 'CHIEF_SPECIALIST', 'STATIONED_INSPECTOR', 'OTHER_LEADER', 'SECTION_HEAD', 'SECTION_DEPUTY', 'NOT_LEADING']
/** 综合管理类公务员职级, highest first; their names are the same in every language. */
export const RANKS = [
  { code: 'COUNSEL_1', name: '一级巡视员' },
  { code: 'COUNSEL_2', name: '二级巡视员' },
  { code: 'CONSULTANT_1', name: '一级调研员' },
  { code: 'CONSULTANT_2', name: '二级调研员' },
  { code: 'CONSULTANT_3', name: '三级调研员' },
  { code: 'CONSULTANT_4', name: '四级调研员' },
  { code: 'PRINCIPAL_STAFF_1', name: '一级主任科员' },
  { code: 'PRINCIPAL_STAFF_2', name: '二级主任科员' },
  { code: 'PRINCIPAL_STAFF_3', name: '三级主任科员' },
  { code: 'PRINCIPAL_STAFF_4', name: '四级主任科员' },
  { code: 'STAFF_1', name: '一级科员' },
  { code: 'STAFF_2', name: '二级科员' },
]
export const TIERS = ['ORDINARY', 'IMPORTANT', 'CRUCIAL']
export const MANAGEMENT = ['PROVINCE', 'CITY', 'COUNTY', 'OTHER']
export const WAYS = ['FOUNDED', 'MERGED', 'SPLIT', 'ABOLISHED']
export const MODES = ['LEADS', 'ASSISTS', 'FILES']
/** 岗位职能 as posts bear them; domain words, the same in every language. */
export const FUNCTIONS = ['组织人事', '财务', '审计', '纪检', '工程', '采购', '执法', '审批', '信访']
