import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useAsOf, type AsOf } from '@/api/clocks'
import { http } from '@/api/http'
import { useUndo, type Cond, type Field, type Heap, type Recognition, type Sort } from '@/kit'
import { language, t } from '@/words'
import type { Answered, Asked, SavedList, Whom } from './people'

const SIZE = 50

/** The list as its address asks for it: condition, text, list, unit, heap and order all live in the URL. */
export function usePeople() {
  const route = useRoute()
  const router = useRouter()
  const { asOf } = useAsOf()
  const lists = useLists()
  const cursors = ref<(string | null)[]>([null])

  const one = (name: string) => (typeof route.query[name] === 'string' ? (route.query[name] as string) : null)
  const put = (changes: Record<string, string | null>) => {
    const query = { ...route.query }
    for (const [name, value] of Object.entries(changes)) {
      if (value) query[name] = value
      else delete query[name]
    }
    void router.replace({ query })
  }
  const undo = useUndo()
  /** The same, as a step that may be taken back: what was asked before is asked again, on whatever day the page is by then. */
  const step = (what: string, changes: Record<string, string | null>) => {
    const before = Object.fromEntries(Object.keys(changes).map((name) => [name, one(name)]))
    undo.done(what, () => put(before))
    put(changes)
  }

  const list = computed(() => lists.items.value.find((each) => each.id === one('list')) ?? null)
  const own = computed<Cond | null | undefined>(() => read(one('c')))
  const condition = computed<Cond | null>({
    get: () => (own.value === undefined ? (list.value?.condition ?? null) : own.value),
    set: (next) => step(t('dossier.undo.condition'), { c: JSON.stringify(next) }),
  })
  const changed = computed(() => own.value !== undefined && !!list.value?.condition)
  const heap = computed<Heap>({ get: () => (one('heap') as Heap) ?? 'MET', set: (next) => put({ heap: next === 'MET' ? null : next, lacking: null }) })
  /** Of those left open, only whom silence about this field keeps there. */
  const lacking = computed<string | null>({ get: () => (heap.value === 'UNKNOWN' ? one('lacking') : null), set: (field) => put(field ? { lacking: field, heap: 'UNKNOWN' } : { lacking: null }) })
  const text = computed<string>({ get: () => one('q') ?? '', set: (next) => put({ q: next || null }) })
  const sort = computed<Sort | null>({
    get: () => {
      const by = one('sort')
      return by ? { by: by.replace(/^-/, ''), descending: by.startsWith('-') } : null
    },
    set: (next) => put({ sort: next ? (next.descending ? '-' : '') + next.by : null }),
  })
  const whom = computed<Whom | null>({ get: () => one('whom') as Whom | null, set: (next) => put({ whom: next }) })
  const pasted = computed<string[] | null>(() => (one('pasted') ? JSON.parse(sessionStorage.getItem(`huoshui.pasted.${one('pasted')}`) ?? 'null') : null))

  const asked = computed<Asked>(() => ({
    condition: own.value === undefined ? null : own.value,
    text: text.value || null,
    list: list.value && (own.value === undefined || list.value.people) ? list.value.id : null,
    unit: one('unit'),
    people: pasted.value,
    whom: whom.value,
    among: one('among') === 'all' ? 'all' : null,
    heap: heap.value,
    lacking: lacking.value,
    sort: sort.value,
    cursor: cursors.value[cursors.value.length - 1],
    size: SIZE,
  }))
  const question = computed(() => JSON.stringify({ ...asked.value, cursor: null, ...asOf.value }))
  watch(question, () => (cursors.value = [null]))

  const answer = useQuery({
    queryKey: computed(() => ['people', asked.value, asOf.value]),
    queryFn: ({ signal }) => http.post<Answered>('/people/searches', asked.value, { ...asOf.value }, signal),
    placeholderData: keepPreviousData,
  })
  const first = computed(() => (cursors.value.length - 1) * SIZE + 1)

  function paste(ids: string[]) {
    const key = String(Date.now())
    sessionStorage.setItem(`huoshui.pasted.${key}`, JSON.stringify(ids))
    step(t('dossier.undo.paste'), { pasted: key })
  }

  return {
    answer,
    asOf,
    changed,
    condition,
    first,
    forth: () => answer.data.value?.next && cursors.value.push(answer.data.value.next),
    back: () => cursors.value.length > 1 && cursors.value.pop(),
    heap,
    lacking,
    list,
    lists,
    paste,
    pasted,
    put,
    step,
    undo,
    sort,
    text,
    whom,
    unit: computed(() => one('unit')),
    /** Where exactly what is listed goes out: the list by its number, and whatever narrows it as the address says it. */
    exportTo: computed(() => {
      const { asof, known, c, q, unit, heap, lacking: gap, pasted, whom } = route.query
      const narrowed = c || q || unit || heap || pasted || whom || !asked.value.list
      const saved = asked.value.list ? { list: asked.value.list, listName: list.value?.name } : {}
      return { path: '/interchange', query: { asof, known, ...saved, ...(narrowed ? { shown: '1', c, q, unit, heap, lacking: gap, pasted, whom } : {}) } }
    }),
  }
}

function read(text: string | null): Cond | null | undefined {
  if (text === null) return undefined
  try {
    return JSON.parse(text) as Cond | null
  } catch {
    return undefined
  }
}

export function useFields() {
  const { data } = useQuery({
    queryKey: ['people', 'fields'],
    queryFn: () => http.get<Field[] | { items: Field[] }>('/people/fields'),
    staleTime: 600_000,
  })
  return computed<Field[]>(() => {
    const all = Array.isArray(data.value) ? data.value : (data.value?.items ?? [])
    return language.value === 'en' ? all.map((field) => ({ ...field, label: field.english ?? field.label })) : all
  })
}

export function useLists() {
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: ['lists'],
    queryFn: () => http.get<SavedList[] | { items: SavedList[] }>('/lists'),
  })
  const items = computed<SavedList[]>(() => (Array.isArray(data.value) ? data.value : (data.value?.items ?? [])))
  const again = () => queries.invalidateQueries({ queryKey: ['lists'] })
  const save = useMutation({
    mutationFn: (list: Omit<SavedList, 'id'> & { id?: string }) =>
      list.id ? http.put<SavedList>(`/lists/${list.id}`, list) : http.post<SavedList>('/lists', list),
    onSuccess: again,
  })
  const drop = useMutation({ mutationFn: (id: string) => http.delete(`/lists/${id}`), onSuccess: again })
  return { items, save, drop }
}

/** Whom pasted lines mean, on the day and as far as the page looks. */
export const recognize = (lines: string[], at: AsOf) => http.post<Recognition>('/people/recognitions', { lines }, { ...at })
