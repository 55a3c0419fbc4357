import { expect, it } from 'vitest'
import type { EstablishmentLine, Member, TeamSeat, TeamSheet } from './org'
import { madeOf, span } from './team'

const member = (id: string): Member => ({ id, name: id, sex: null, birth: null, age: null, ethnicity: null, party: null, communist: null, fulltime: null, inservice: null, rank: null, photo: false })
const seat = (post: string, category: string, more: Partial<TeamSeat> = {}): TeamSeat => ({ post, title: post, category, seats: 1, principal: false, person: null, hidden: false, text: null, since: null, months: null, empty: false, emptySince: null, before: null, ...more })
const line = (category: string, approved: number | null, actual: number, people: string[]): EstablishmentLine => ({
  category, word: category, level: null, approved, actual, people,
  vacant: approved === null ? null : Math.max(0, approved - actual),
  excess: approved === null ? null : Math.max(0, actual - approved),
})
const team = (seats: TeamSeat[], establishment: EstablishmentLine[]) => ({ seats, establishment, approved: establishment.every((one) => one.approved === null) ? null : 1 }) as TeamSheet

const bureau = team(
  [
    seat('局长', 'PRINCIPAL', { person: member('甲') }),
    seat('副局长', 'DEPUTY', { seats: 3, person: member('乙') }),
    seat('副局长', 'DEPUTY', { seats: 3, person: member('甲') }),
    seat('总工程师', 'CHIEF', { empty: true, emptySince: '2026-06-01' }),
    seat('组长', 'OTHER', { hidden: true }),
  ],
  [line('PRINCIPAL', 1, 1, ['甲']), line('DEPUTY', 1, 2, ['乙', '甲']), line('CHIEF', 2, 0, []), line('OTHER', null, 1, ['丙'])],
)

it('every number of the team list is the length of what it opens', () => {
  const seats = madeOf(bureau, 'seats')
  expect(seats.count).toBe(6)
  expect(seats.posts.map((one) => one.title)).toEqual(['局长', '副局长', '总工程师', '组长'])
  expect(seats.posts[1].taken).toHaveLength(2)
  expect(madeOf(bureau, 'members')).toMatchObject({ count: 3, hidden: 1 })
  expect(madeOf(bureau, 'empty').posts.map((one) => one.title)).toEqual(['总工程师'])
  expect(madeOf(bureau, 'approved')).toMatchObject({ count: 4 })
  expect(madeOf(bureau, 'approved').lines).toHaveLength(3)
})

it('vacant and over are those categories alone, with the empty seats of each', () => {
  const vacant = madeOf(bureau, 'vacant')
  expect(vacant.count).toBe(2)
  expect(vacant.lines.map((one) => one.category)).toEqual(['CHIEF'])
  expect(vacant.lines[0].empty.map((one) => one.title)).toEqual(['总工程师'])
  const excess = madeOf(bureau, 'excess')
  expect(excess.count).toBe(1)
  expect(excess.lines[0].people).toEqual(['乙', '甲'])
})

it('where no number was laid down there is none, which is not nought', () => {
  expect(madeOf(team([], [line('OTHER', null, 1, ['丙'])]), 'vacant').count).toBeNull()
})

it('a long time in one seat is told by its length alone: what follows from it is for a clause to say', () => {
  const stretch = { from: '2010-01-01', to: null, since: null, person: '甲', name: '甲', text: null, hidden: false, empty: false, unrecorded: false }
  expect(span(stretch, 's', '2026-11-30')).toEqual({ id: 's', from: '2010-01-01', to: null, person: { id: '甲', name: '甲' }, hidden: false, note: '16年10月' })
})
