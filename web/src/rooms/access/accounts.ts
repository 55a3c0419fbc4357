import type { Column } from '@/kit'
import { t } from '@/words'
import { roleName } from '@/words/domain'

export interface Named {
  id: string
  name: string
}

export interface AccountRow {
  id: string
  name: string
  displayName: string
  unit: Named | null
  person: string | null
  roles: Named[]
  mustChange: boolean
  disabled: boolean
  totp: boolean
}

export interface GrantRow {
  id: string
  role: Named
  unit: Named | null
  from: string
  until: string | null
  today: boolean
}

export interface AccountDetail {
  account: AccountRow
  grants: GrantRow[]
}

/** An account with its one-time password, which is told this once. */
export interface Opened {
  account: AccountRow
  password: string
}

export interface RoleRow {
  id: string
  name: string
  hand: boolean
  scoped: boolean
  rights: Named[]
  reads: string[]
  writes: string[]
}

export const stateOf = (row: AccountRow) => t(row.disabled ? 'access.state.disabled' : row.mustChange ? 'access.state.fresh' : 'access.state.open')

export function accountColumns(): Column<AccountRow>[] {
  const label = (key: string) => t(`access.column.${key}`)
  return [
    { key: 'name', label: label('name'), width: 130, frozen: true, phone: true, text: (row) => row.name },
    { key: 'displayName', label: label('displayName'), width: 120, phone: true, text: (row) => row.displayName },
    { key: 'unit', label: label('unit'), width: 220, cut: true, text: (row) => row.unit?.name ?? '—' },
    { key: 'roles', label: label('roles'), width: 260, cut: true, phone: true, text: (row) => row.roles.map(roleName).join(t('access.comma')) || '—' },
    { key: 'totp', label: label('totp'), width: 80, align: 'center', text: (row) => t(row.totp ? 'access.on' : 'access.off') },
    { key: 'state', label: label('state'), width: 110, text: stateOf },
  ]
}
