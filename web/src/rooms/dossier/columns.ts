import { lengthText, monthsBetween, monthText, type Column } from '@/kit'
import { t } from '@/words'
import type { PersonRow } from './people'

export const PARTY = /^中共|^中国共产党/

/** `大学 / 省委党校`: what was studied full-time, and in service. */
export const studies = (row: PersonRow) => [row.fulltime, row.inservice].filter(Boolean).join(' / ')

/** When somebody joined; who is of no or another party says so instead. */
export function joined(row: PersonRow): string {
  if (row.party && !PARTY.test(row.party)) return row.party
  return monthText(row.partyJoined)
}

/** The columns of a list of people; the first three stay where they are. */
export function peopleColumns(day: string): Column<PersonRow>[] {
  const label = (key: string) => t(`dossier.column.${key}`)
  return [
    { key: 'n', label: label('n'), align: 'right', width: 32, frozen: true, text: () => '' },
    { key: 'photo', label: label('photo'), width: 30, frozen: true, text: () => '' },
    { key: 'name', label: label('name'), width: 68, frozen: true, phone: true, sort: 'name', text: (row) => row.name },
    { key: 'sex', label: label('sex'), align: 'center', width: 40, text: (row) => row.sex ?? '' },
    { key: 'birth', label: label('birth'), align: 'right', width: 86, phone: true, sort: 'birth', text: (row) => monthText(row.birth) },
    { key: 'age', label: label('age'), align: 'right', width: 44, extra: true, sort: 'age', text: (row) => String(row.age ?? '') },
    { key: 'ethnicity', label: label('ethnicity'), width: 34, text: (row) => row.ethnicity ?? '' },
    { key: 'partyJoined', label: label('partyJoined'), align: 'right', width: 66, sort: 'partyJoined', text: joined },
    { key: 'education', label: label('education'), width: 110, cut: true, text: studies },
    { key: 'post', label: label('post'), width: 216, cut: true, phone: true, text: (row) => row.post ?? '' },
    { key: 'postSince', label: label('postSince'), align: 'right', width: 60, sort: 'postSince', text: (row) => monthText(row.postSince) },
    { key: 'tenure', label: label('tenure'), align: 'right', width: 66, text: (row) => lengthText(monthsBetween(row.postSince, day)) },
    { key: 'rank', label: label('rank'), width: 84, sort: 'rank', text: (row) => row.rank ?? '' },
    { key: 'level', label: label('level'), width: 78, extra: true, sort: 'level', text: (row) => row.level ?? '' },
    { key: 'levelSince', label: label('levelSince'), align: 'right', width: 78, extra: true, sort: 'levelSince', text: (row) => monthText(row.levelSince) },
    { key: 'unit', label: label('unit'), width: 180, cut: true, extra: true, text: (row) => row.unit ?? '' },
    { key: 'party', label: label('party'), width: 90, extra: true, text: (row) => row.party ?? '' },
    { key: 'category', label: label('category'), width: 90, extra: true, text: (row) => row.category ?? '' },
    { key: 'sort', label: label('sort'), width: 100, extra: true, text: (row) => row.sort ?? '' },
    { key: 'talents', label: label('talents'), width: 110, extra: true, cut: true, text: (row) => row.talents?.join('、') ?? '' },
    { key: 'grades', label: label('grades'), width: 112, text: (row) => row.grades.map((one) => `${one.year}${one.grade}`).join(' ') },
  ]
}

/** The five years whose grades a list shows: those that have ended. */
export function gradeYears(day: string): number[] {
  const last = Number(day.slice(0, 4)) - 1
  return [4, 3, 2, 1, 0].map((back) => last - back)
}


/** What a person beside the list shows. */
export const peekRows = (row: PersonRow) =>
  [
    ['birth', `${row.sex ?? ''} ${monthText(row.birth)}${row.age ? t('dossier.ageIn', { age: row.age }) : ''}`],
    ['ethnicity', row.ethnicity],
    ['partyJoined', joined(row)],
    ['education', studies(row)],
    ['postSince', monthText(row.postSince)],
    ['rank', row.rank],
    ['level', [row.level, monthText(row.levelSince)].filter(Boolean).join(' ')],
    ['unit', row.unit],
  ].map(([key, value]) => ({ label: t(`dossier.peek.${key}`), value: value || t('kit.state.UNKNOWN') }))
