import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http } from '@/api/http'

export type Status = 'new' | 'changed' | 'same' | 'doubtful' | 'refused'
export const STATUSES: Status[] = ['same', 'changed', 'new', 'doubtful', 'refused']

export interface Batch {
  id: string
  number: string
  title: string
  by: string
  mine: boolean
  files: number
  bytes: number
  received: string
  state: 'receiving' | 'mapping' | 'examining' | 'ready' | 'writing' | 'taking-back' | 'cancelled' | 'interrupted' | 'broken'
  done: number
  total: number | null
  seconds: number
  note: string | null
  counts: Record<string, number>
}
export interface ItemLine {
  number: number
  file: string
  entry: string | null
  row: number | null
  status: Status
  name: string | null
  place: string | null
  changes: number
  open: number
  candidates: number
  skip: boolean
  held: boolean
  ready: boolean
  outcome: 'written' | 'conflict' | 'failed' | 'taken-back' | null
  trouble: string | null
}
export interface Problem {
  severity: 'error' | 'warning'
  field: string
  code: string
  message: string
}
/** What becomes of a unit of a package that is not here as the package has it. */
export interface UnitNews {
  file: string
  key: string
  name: string
  status: 'new' | 'differs' | 'left' | 'taken-back'
  under: string | null
  figures: { column: string; called: string; number: number }[]
  unit: string | null
  problems: Problem[]
}
export const UNIT_STATUSES: UnitNews['status'][] = ['left', 'new', 'differs', 'taken-back']
export interface ChangeLine {
  field: string
  was: unknown
  now: unknown
  sealed: boolean
  held: boolean
  undecided: boolean
}
export interface Candidate {
  id: string
  name: string
  sex: string | null
  birth: string | null
  currentPost: string | null
  workStarted: string | null
  education: string | null
  same: string[]
  differs: string[]
}
export interface Sheet {
  number: number
  file: string
  entry: string | null
  row: number | null
  status: Status
  personId: string | null
  person: Record<string, unknown> | null
  changes: ChangeLine[]
  problems: Problem[]
  candidates: Candidate[]
  hidden: number
  resumeWas: string | null
  resumeNow: string | null
  skip: boolean
  decided: boolean
  chosen: string | null
  kept: string[]
  adopted: string[]
  open: string[]
  offers: string[]
  outcome: ItemLine['outcome']
}
export interface Choosing {
  skip?: boolean
  asNew?: boolean
  person?: string | null
  kept?: string[]
  adopted?: string[]
  alike?: boolean
}

const BUSY = ['receiving', 'examining', 'writing', 'taking-back']
export const busy = (batch?: Batch) => !!batch && BUSY.includes(batch.state)

export function useBatches() {
  return useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => http.get<Batch[]>('/imports', {}, signal),
    refetchInterval: (query) => (query.state.data?.some(busy) ? 1_000 : false),
  })
}

/** One batch, followed while it runs, and what can be done with it. */
export function useBatch(id: Ref<string>) {
  const queries = useQueryClient()
  const batch = useQuery({
    queryKey: computed(() => ['import', id.value]),
    queryFn: ({ signal }) => http.get<Batch>(`/imports/${id.value}`, {}, signal),
    refetchInterval: (query) => (busy(query.state.data) ? 600 : false),
  })
  /** The batch first: its people are read only once it is known how far it is, else they could be older than it. */
  const again = async () => {
    await queries.invalidateQueries({ queryKey: ['import', id.value] })
    await Promise.all(
      [['imports'], ['import-items', id.value], ['import-item', id.value], ['import-units', id.value]].map((queryKey) => queries.invalidateQueries({ queryKey })),
    )
  }
  const act = (path: string) =>
    useMutation({ mutationFn: (body: unknown) => http.post<Batch>(`/imports/${id.value}/${path}`, body ?? {}), onSuccess: again })
  const leave = useMutation({ mutationFn: () => http.delete(`/imports/${id.value}`), onSuccess: again })
  const choose = useMutation({
    mutationFn: (one: { number: number; said: Choosing }) =>
      http.put<Sheet>(`/imports/${id.value}/items/${one.number}/choice`, one.said),
    onSuccess: (sheet) => {
      queries.setQueryData(['import-item', id.value, sheet.number], sheet)
      return Promise.all(
        [['import', id.value], ['import-items', id.value]].map((queryKey) => queries.invalidateQueries({ queryKey })),
      )
    },
  })
  return { batch, again, write: act('writings'), takeBack: act('reversals'), examine: act('examinations'), leave, choose }
}

export function useItems(id: Ref<string>, status: Ref<Status>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['import-items', id.value, status.value]),
    queryFn: ({ pageParam, signal }) =>
      http.get<{ items: ItemLine[]; next: string | null }>(`/imports/${id.value}/items`, { status: status.value, cursor: pageParam, size: 200 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function useUnitNews(id: Ref<string>, still: Ref<boolean>) {
  return useQuery({
    queryKey: computed(() => ['import-units', id.value]),
    queryFn: ({ signal }) => http.get<UnitNews[]>(`/imports/${id.value}/units`, {}, signal),
    enabled: still,
  })
}

export function useItem(id: Ref<string>, number: Ref<number | null>) {
  return useQuery({
    queryKey: computed(() => ['import-item', id.value, number.value]),
    queryFn: ({ signal }) => http.get<Sheet>(`/imports/${id.value}/items/${number.value}`, {}, signal),
    enabled: computed(() => number.value !== null),
    placeholderData: keepPreviousData,
  })
}
