import type { Finding } from '@/kit'
import { t } from '@/words'
import { LEVELS } from './factForms'

/** One post held, as the post and its unit stood when it was taken up. 台阶 */
export interface Step {
  fact: string
  text: string
  from: string | null
  to: string | null
  current: boolean
  level: string | null
  sector: string | null
  unit: string | null
  unitName: string | null
  tier: string | null
  weight: number | null
  headcount: number | null
  missing: string[]
  change: Change | null
}

export interface Change {
  levels: number | null
  tiers: number | null
  weight: number | null
  headcount: number | null
}

export interface Steps {
  steps: Step[]
  entry: string | null
  open: string | null
  findings: Finding[]
}

const WIDE = 104
const HIGH = 46
const LEFT = 88

/** Where each post stands in the picture: one column a post, one row a level, those of no known level below all. */
export function stairs(steps: Step[], order: readonly string[] = LEVELS) {
  const levels = order.filter((level) => steps.some((step) => step.level === level))
  const vague = steps.some((step) => !step.level || !levels.includes(step.level))
  const rows: { level: string | null; y: number }[] = [...levels, ...(vague ? [null] : [])].map((level, i) => ({ level, y: 38 + i * HIGH }))
  const yOf = (step: Step) => (rows.find((row) => row.level === step.level) ?? rows[rows.length - 1]).y
  const spots = steps.map((step, i) => ({ step, x: LEFT + i * WIDE, y: yOf(step), label: short(step) }))
  const lines = spots.slice(1).map((spot, i) => {
    const before = spots[i]
    return { d: `M${before.x + 92} ${before.y}H${spot.x - 6}V${spot.y}H${spot.x}`, vague: !spot.step.level || !before.step.level }
  })
  return { rows, spots, lines, width: LEFT + steps.length * WIDE + 8, height: 38 + rows.length * HIGH - 16 }
}

/** Words of a post that fit its box: what follows the unit's name. */
function short(step: Step): string {
  const text = step.unitName && step.text.startsWith(step.unitName) ? step.text.slice(step.unitName.length) : step.text
  return text.length > 8 ? `${text.slice(0, 7)}…` : text
}

/** 层次升 1 级；岗位分类升 2 级；编制多 40 名. */
export function changes(change: Change): string {
  const all: string[] = []
  const say = (name: 'levels' | 'tiers' | 'weight' | 'headcount', count: number | null) => {
    if (count) all.push(t(`dossier.steps.${count > 0 ? 'up' : 'down'}.${name}`, { count: Math.abs(count) }))
  }
  say('levels', change.levels)
  say('tiers', change.tiers)
  say('weight', change.weight)
  say('headcount', change.headcount)
  if (all.length) return all.join(t('dossier.steps.and'))
  return Object.values(change).every((one) => one === 0) ? t('dossier.steps.same') : ''
}
