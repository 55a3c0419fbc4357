import { computed, ref, unref, watch, type MaybeRef, type Ref } from 'vue'

/** One column: text left, numbers and dates right, single marks centred; `frozen` ones stay and need a width in px. */
export interface Column<Row> {
  key: string
  label: string
  align?: 'left' | 'right' | 'center'
  width?: number
  frozen?: boolean
  /** What the server sorts by when this head is pressed. */
  sort?: string
  /** Not shown until chosen. */
  extra?: boolean
  /** Shown on a phone, too. */
  phone?: boolean
  /** May be cut off with an ellipsis; full text on focus. */
  cut?: boolean
  text: (row: Row) => string
}

export interface Sort {
  by: string
  descending: boolean
}

/**
 * The reader's own columns and their order, kept on this device under `layoutKey`; where nothing is kept, those `given` (by a
 * saved list), else the usual ones.
 */
export function useColumns<Row>(layoutKey: MaybeRef<string>, all: Ref<Column<Row>[]>, given?: Ref<string[] | null | undefined>) {
  const stored = computed(() => `huoshui.columns.${unref(layoutKey)}`)
  const chosen = ref<string[] | null>(null)
  watch(stored, (key) => (chosen.value = JSON.parse(localStorage.getItem(key) ?? 'null')), { immediate: true })
  const usual = computed(() => all.value.filter((column) => !column.extra).map((column) => column.key))
  const keys = computed(() => chosen.value ?? (given?.value?.length ? given.value : usual.value))
  const shown = computed(() => {
    const byKey = new Map(all.value.map((column) => [column.key, column]))
    const found = keys.value.map((key) => byKey.get(key)).filter((column): column is Column<Row> => !!column)
    return [...found.filter((column) => column.frozen), ...found.filter((column) => !column.frozen)]
  })
  function set(next: string[] | null) {
    chosen.value = next
    if (next) localStorage.setItem(stored.value, JSON.stringify(next))
    else localStorage.removeItem(stored.value)
  }
  return { keys, shown, set }
}

/**
 * Rows as a sheet pastes them: heads first, cells parted by tabs, no cell may break a line, none is reckoned as a formula; last of
 * all whose and of when they are.
 */
export function tsv<Row>(columns: Column<Row>[], rows: Row[], stamp?: string): string {
  const clean = (text: string) => text.replace(/[\t\r\n]+/g, ' ').replace(/^\s*[=+\-@＝＋－＠](?!\d*\.?\d*$)/, "'$&")
  const lines = rows.map((row) => columns.map((column) => clean(column.text(row))).join('\t'))
  return [columns.map((column) => clean(column.label)).join('\t'), ...lines, ...(stamp ? [clean(stamp)] : [])].join('\n')
}
