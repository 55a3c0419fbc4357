import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http } from '@/api/http'
import type { Cond } from '@/kit'
import { language } from '@/words'

export type Habit = 'ASK' | 'JANUARY' | 'OCTOBER'
export type HiddenRows = 'ASK' | 'TAKE' | 'SKIP'

export interface Heading {
  column: number
  text: string
  hidden: boolean
  guess: string | null
  sure: boolean
  filled: number
  ambiguous: number
  firsts: number
  tens: number
  samples: string[]
}
export interface RosterSheet {
  file: string
  number: number
  name: string
  hidden: boolean
  survey: { headFirst: number; headLast: number; rows: number; hiddenRows: number; merges: number; cutAfter: number; headings: Heading[] }
  chosen: boolean
  mapping: { columns: Record<string, string>; habits: Record<string, Habit>; hiddenRows: HiddenRows; above: 'ASK' | 'TAKE' | null }
  open: string[]
}
export interface RosterColumn {
  code: string
  title: string
  english: string
  chapter: string
  readable: boolean
  sealed: boolean
  comesIn: boolean
}
export interface Layout {
  name: string
  heading?: string | null
  columns: string[]
  titles?: (string | null)[] | null
  group?: string | null
  order?: string | null
  paper?: string | null
  portrait?: boolean | null
  size?: number | null
  font?: string | null
  fill?: string | null
  /** Whom a roster is about; everybody asked for where there is none. */
  condition?: Cond | null
}
/** Headings by place, as many as there are columns; null while none is one's own. */
function headed(layout: Layout, change: (titles: (string | null)[]) => void): (string | null)[] | null {
  const titles = layout.columns.map((_, place) => layout.titles?.[place] ?? null)
  change(titles)
  return titles.some(Boolean) ? titles : null
}
/** The layout with another column at its end. */
export const added = (layout: Layout, code: string): Layout => ({ ...layout, columns: [...layout.columns, code], titles: headed(layout, (titles) => titles.push(null)) })
/** The layout with one column elsewhere; its own heading goes with it. */
export function moved(layout: Layout, place: number, by: number): Layout {
  const shift = <T>(list: T[]) => list.splice(place + by, 0, ...list.splice(place, 1))
  const columns = [...layout.columns]
  shift(columns)
  return { ...layout, columns, titles: headed(layout, shift) }
}
/** The layout without one column and its heading. */
export const without = (layout: Layout, place: number): Layout => ({ ...layout, columns: layout.columns.filter((_, i) => i !== place), titles: headed(layout, (titles) => titles.splice(place, 1)) })

export interface KeptLayout {
  id: string | null
  layout: Layout
  shared: boolean
  mine: boolean
}

/** Cells of relatives: of the one a row is about (place 0), or of the first, the second … */
export const RELATIVE_PARTS = ['relation', 'name', 'birth', 'party', 'post'] as const
export const relativeCodes = [...Array(11).keys()].flatMap((place) => RELATIVE_PARTS.map((part) => `relative:${place}:${part}`))

/** A column of a sheet as spreadsheets call it: A, B … AA. */
export function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest
}

export function useColumns() {
  const { data } = useQuery({ queryKey: ['rosters', 'columns'], queryFn: () => http.get<RosterColumn[]>('/rosters/columns'), staleTime: 600_000 })
  return computed(() => (data.value ?? []).map((one) => ({ ...one, label: language.value === 'en' ? one.english : one.title })))
}

export function useLayouts() {
  const queries = useQueryClient()
  const answer = useQuery({ queryKey: ['rosters', 'layouts'], queryFn: () => http.get<KeptLayout[]>('/rosters/layouts') })
  const again = () => queries.invalidateQueries({ queryKey: ['rosters', 'layouts'] })
  const save = useMutation({
    mutationFn: (one: { id: string | null; layout: Layout; shared: boolean }) =>
      one.id ? http.put<KeptLayout>(`/rosters/layouts/${one.id}`, one) : http.post<KeptLayout>('/rosters/layouts', one),
    onSuccess: again,
  })
  const drop = useMutation({ mutationFn: (id: string) => http.delete(`/rosters/layouts/${id}`), onSuccess: again })
  return { all: computed(() => answer.data.value ?? []), save, drop }
}

export function useSheets(id: Ref<string>, wanted: Ref<boolean>) {
  return useQuery({ queryKey: computed(() => ['import-sheets', id.value]), queryFn: () => http.get<RosterSheet[]>(`/imports/${id.value}/sheets`), enabled: wanted })
}
