/** One fact of the ledger on both its clocks, as the server tells it. 事实 */
export interface Fact {
  id: string
  kind: string
  slot: string
  chapter: string
  body: Record<string, unknown>
  valid: { from: string; to: string | null; start: string; end: string }
  basis: string | null
  known: { from: Moment; to: Moment | null }
  /** Who recorded it, and whose act ended it, as the journal says. */
  recordedBy?: string | null
  endedBy?: string | null
  superseded: boolean
  reason?: string | null
}

export interface Moment {
  act: number
  at: string | null
}
