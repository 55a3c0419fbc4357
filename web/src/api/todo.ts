import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { http } from './http'
import { may } from './session'

/** One piece of work that waits for whoever looks: what it is, what is asked of them, and where it is done. */
export interface Task {
  id: string
  title: string
  note: string
  at: string | null
  to: string
}

interface Approval {
  id: string
  kind: 'EXPORT' | 'ERASURE' | 'ORGANIZATION_ERASURE'
  summary: string
  askedBy: string
  askedAt: string
  mine: boolean
  agreed: boolean | null
  used: boolean
}
interface Batch {
  id: string
  number: string
  title: string
  mine: boolean
  received: string
  state: string
  counts: Record<string, number>
}
interface Proposal {
  id: string
  code: string
  title: string
  by: string | null
  mine: boolean
  at: string
}

/** What the four lists say is waiting; each is asked for only by whoever may open it, and looked at again every half minute. */
export function useTodo() {
  const ask = <T>(path: string, right: string[]) =>
    useQuery({ queryKey: ['todo', path], queryFn: () => http.get<T>(path), enabled: may(right), refetchInterval: 30_000 })
  const approvals = ask<Approval[]>('/approvals', ['EXPORT', 'APPROVE_EXPORT', 'ERASE', 'APPROVE_ERASURE'])
  const batches = ask<Batch[]>('/imports', ['IMPORT'])
  const unmatched = ask<{ wordings: number; posts: number }>('/unmatched-posts', ['CORRECT_FACT'])
  const proposals = ask<{ proposals: Proposal[] }>('/editions', ['PUBLISH_CLAUSE'])

  const open = computed(() => (approvals.data.value ?? []).filter((one) => one.agreed === null && !one.used))
  return {
    answers: [approvals, batches, unmatched, proposals],
    toDecide: computed(() => open.value.filter((one) => !one.mine)),
    asked: computed(() => [
      ...open.value.filter((one) => one.mine),
      ...(approvals.data.value ?? []).filter((one) => one.mine && one.agreed === true && !one.used),
    ]),
    batches: computed(() => (batches.data.value ?? []).filter((one) => one.mine && unfinished(one))),
    unmatched: computed(() => unmatched.data.value ?? null),
    proposals: computed(() => (proposals.data.value?.proposals ?? []).filter((one) => !one.mine)),
  }
}

/** How much waits at which entry of the menu: work for whoever looks, never totals; nothing where nothing waits. */
export function waits({ toDecide, taking, batches, proposals, wordings }: Record<'toDecide' | 'taking' | 'batches' | 'proposals' | 'wordings', number>): Record<string, number> {
  return {
    '/desk/todo': toDecide + taking + batches + proposals + (wordings ? 1 : 0),
    '/approvals': toDecide + taking,
    '/interchange': batches,
    '/rulebook': proposals,
    '/unmatched': wordings,
  }
}

/** The numbers of the menu, looked at again as the list of work is. */
export function useWaiting() {
  const todo = useTodo()
  return computed(() =>
    waits({
      toDecide: todo.toDecide.value.length,
      taking: todo.asked.value.filter((one) => one.agreed === true).length,
      batches: todo.batches.value.length,
      proposals: todo.proposals.value.length,
      wordings: todo.unmatched.value?.wordings ?? 0,
    }),
  )
}

export function unfinished(batch: Pick<Batch, 'state' | 'counts'>): boolean {
  if (batch.state === 'cancelled') return false
  return batch.state !== 'ready' || (batch.counts.ready ?? 0) + (batch.counts.undecided ?? 0) > 0
}
