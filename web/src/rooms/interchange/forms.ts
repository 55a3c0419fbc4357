import type { Problem } from './batches'

/** What writing a form that was filled in on the page would do. 将作的变动 */
export interface Preview {
  changes: { field: string; was: unknown; now: unknown }[]
  problems: Problem[]
  held: string[]
  digest: string
}
