/** One fact of the ledger on both its clocks, as the server tells it. 事实 */
export interface Fact {
  id: string
  /** In which of the person’s dossiers it stands: another than the one shown where that was merged into it. */
  dossier?: string
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
