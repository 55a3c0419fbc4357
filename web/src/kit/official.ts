/** Where the boxes of 干部任免审批表 stand, in points from the upper left corner of an A4 page: the same places as in print. 版式 */
export interface FormSpot {
  id: string
  x: number
  y: number
  w: number
  h: number
  /** printed words of the form itself */
  words?: string
  /** what is filled in: the name of the box, or a cell of a family row */
  box?: string
  row?: number
  cell?: FamilyCell
  /** several lines may be typed */
  lines?: boolean
  left?: boolean
  top?: boolean
  hang?: boolean
  photo?: boolean
  /** one of two lines in one box */
  half?: 'upper' | 'lower'
}

export const FAMILY_CELLS = ['relation', 'name', 'birth', 'party', 'post'] as const
export type FamilyCell = (typeof FAMILY_CELLS)[number]
export type FamilyRow = Record<FamilyCell, string>

export const A4 = { w: 595.3, h: 841.9 }
const X = 53.5
const WIDE = 488.3
const ROW = 31.45
const POST = 46.2
const COLUMNS = [59.1, 68.25, 56.7, 70.85, 70.9, 70.35]
const KIN = [54.05, 63.8, 56.7, 50.95, 203.7]
const KIN_BLOCK = 7 * ROW

type Cell = { words: string } | { box: string; lines?: boolean }

function across(y: number, h: number, widths: number[], cells: Cell[], from = X): FormSpot[] {
  let x = from
  return cells.map((cell, i) => {
    const spot = { id: `${y}-${i}`, x, y, w: widths[i], h, ...cell }
    x += widths[i]
    return spot
  })
}
const pair = (words: string, box: string): Cell[] => [{ words }, { box }]

/** The first page; the form since 2025 has 到龄年月. */
export function firstPage(since2025: boolean): FormSpot[] {
  let y = 96
  const next = (h: number) => (y += h) - h
  const spots: FormSpot[] = [{ id: 'title', x: X, y: 54, w: WIDE, h: 36, words: '干 部 任 免 审 批 表' }]
  spots.push(...across(next(ROW), ROW, COLUMNS, [...pair('姓　名', 'NAME'), ...pair('性　别', 'SEX'), ...pair('出生年月\n（岁）', 'BIRTH')]))
  spots.push(...across(next(ROW), ROW, COLUMNS, [...pair('民　族', 'ETHNICITY'), ...pair('籍　贯', 'NATIVE_PLACE'), ...pair('出 生 地', 'BIRTH_PLACE')]))
  const third = since2025 ? pair('到　龄\n年　月', 'RETIREMENT_MONTH') : pair('健康状况', 'HEALTH')
  spots.push(...across(next(ROW), ROW, COLUMNS, [...pair('入　党\n时　间', 'PARTY'), ...pair('参加工\n作时间', 'WORK_STARTED'), ...third]))
  if (since2025) spots.push(...across(next(ROW), ROW, COLUMNS, [...pair('健　康\n状　况', 'HEALTH'), ...pair('专业技\n术职务', 'TITLE'), ...pair('熟悉专业\n有何专长', 'EXPERTISE')]))
  else spots.push(...across(next(ROW), ROW, [59.1, 124.95, 70.85, 141.25], [...pair('专业技\n术职务', 'TITLE'), ...pair('熟悉专业\n有何专长', 'EXPERTISE')]))
  spots.push({ id: 'photo', x: X + 396.15, y: 96, w: 92.15, h: 4 * ROW, photo: true })
  spots.push({ id: 'study', x: X, y, w: 59.1, h: 2 * ROW, words: '学　历\n学　位' })
  for (const [words, mode] of [['全日制\n教　育', 'FULLTIME'], ['在　职\n教　育', 'INSERVICE']]) {
    const at = next(ROW)
    const half = (box: string, x: number, w: number): FormSpot[] =>
      ['LEVEL', 'DEGREE'].map((part, i) => ({ id: `${box}-${part}`, x, y: at + (i * ROW) / 2, w, h: ROW / 2, box: box.replace('*', part), half: i ? 'lower' : 'upper' }))
    spots.push({ id: mode, x: X + 59.1, y: at, w: 68.25, h: ROW, words }, ...half(`${mode}_*`, X + 127.35, 127.55))
    spots.push({ id: `${mode}-s`, x: X + 254.9, y: at, w: 70.9, h: ROW, words: '毕业院校\n系及专业' }, ...half(`${mode}_*_SCHOOL`, X + 325.8, 162.5))
  }
  for (const [words, box] of [['现　任　职　务', 'CURRENT_POST'], ['拟　任　职　务', 'PROPOSED_POST'], ['拟　免　职　务', 'PROPOSED_REMOVAL']])
    spots.push(...across(next(POST), POST, [127.35, 360.95], pair(words, box)))
  const [label, resume] = across(next(338.95), 338.95, [59.1, 429.2], [{ words: '简\n\n\n\n\n\n历' }, { box: 'RESUME', lines: true }])
  return [...spots, label, { ...resume, left: true, top: true, hang: true }]
}

/** The second page, with as many family rows as are needed and never fewer than seven. */
export function secondPage(relatives: number, since2025 = false): FormSpot[] {
  let y = 62
  const wide = (words: string, box: string, h: number): FormSpot[] => {
    const [label, value] = across(y, h, [59.1, 429.2], [{ words }, { box, lines: true }])
    y += h
    return [label, { ...value, left: true }]
  }
  const spots = [...wide('奖\n惩\n情\n况', 'REWARDS', 77.5), ...wide('年核\n度结\n考果', 'ASSESSMENTS', 63.7), ...wide('任\n免\n理\n由', 'REASON', 69.55)]
  spots.push({ id: 'kin', x: X, y, w: 59.1, h: 30 + KIN_BLOCK, words: '家\n庭\n主\n要\n成\n员\n及\n重\n要\n社\n会\n关\n系' })
  spots.push(...across(y, 30, KIN, ['称　谓', '姓　名', '年　龄', '政　治\n面　貌', '工 作 单 位 及 职 务'].map((words) => ({ words })), X + 59.1))
  const rows = Math.max(7, relatives)
  const h = KIN_BLOCK / rows
  for (let row = 0; row < rows; row++) {
    const at = y + 30 + row * h
    spots.push(...across(at, h, KIN, FAMILY_CELLS.map((cell) => ({ box: cell })), X + 59.1).map((spot, i) => ({ ...spot, box: undefined, row, cell: FAMILY_CELLS[i], left: i === 4 })))
  }
  y += 30 + KIN_BLOCK
  const [label, unit] = across(y, 75.05, [59.1, 429.2], [{ words: '呈\n报\n单\n位' }, { box: 'SUBMITTED_BY', lines: true }])
  spots.push(label, unit, { id: 'filled', x: X + 360, y: y + 54, w: 122, h: 18, box: 'FILLED_ON' })
  y += 75.05
  spots.push(...across(y, 108, [59.1, 174.55, 63.8, 190.85], ['审　意\n批　　\n机　　\n关　见', '\n\n\n（盖章）\n年　　月　　日', '行　任\n政　免\n机　意\n关　见', '\n\n\n（盖章）\n年　　月　　日'].map((words) => ({ words }))))
  y += 111
  spots.push({ id: 'by', x: X, y, w: 60, h: 20, words: '填表人：' }, { id: 'hand', x: X + 60, y, w: 120, h: 20, box: 'FILLED_BY', left: true })
  spots.push({ id: 'on', x: X + 290, y, w: 98, h: 20, words: '计算年龄时间：' }, { id: 'reference', x: X + 388, y, w: 100, h: 20, box: 'AGE_REFERENCE', left: true })
  // Kept in the file of forms since 2025, where it decides 到龄年月; the printed form has no box for it.
  if (since2025) spots.push({ id: 'limit', x: X, y: y + 22, w: 140, h: 20, words: '改革前任职年龄界限：' }, { id: 'former', x: X + 140, y: y + 22, w: 348, h: 20, box: 'FORMER_AGE_LIMIT', left: true })
  return spots
}

/** Boxes outside any rule. */
export const BARE = new Set(['title', 'filled', 'by', 'hand', 'on', 'reference', 'limit', 'former'])
