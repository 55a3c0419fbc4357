import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { http } from '@/api/http'
import { may } from '@/api/session'

interface Accounts {
  items: { roles: { id: string }[] }[]
}

export interface Step {
  id: 'officer' | 'department' | 'section'
  to: string
  done: boolean
}

/** How far an empty house has come: read by the hands alone, from the accounts and the units there are. */
export function useFirstSteps() {
  const hands = may(['MANAGE_ACCOUNTS', 'GRANT_ROLES'])
  const accounts = useQuery({ queryKey: ['todo', '/accounts'], queryFn: () => http.get<Accounts>('/accounts'), enabled: hands, refetchInterval: 30_000 })
  const units = useQuery({ queryKey: ['todo', '/units'], queryFn: () => http.get<{ units: unknown[] }>('/units'), enabled: hands, refetchInterval: 30_000 })
  const steps = computed(() => stepsOf(accounts.data.value?.items ?? [], units.data.value?.units.length ?? 0))
  return {
    steps,
    begun: computed(() => !accounts.data.value || !units.data.value || steps.value.every((step) => step.done)),
  }
}

const HANDS = ['system-administrator', 'security-officer', 'auditor']

export function stepsOf(accounts: Accounts['items'], units: number): Step[] {
  const held = new Set(accounts.flatMap((one) => one.roles.map((role) => role.id)))
  return [
    { id: 'officer', to: '/accounts', done: held.has('security-officer') },
    { id: 'department', to: '/units', done: units > 0 },
    { id: 'section', to: '/accounts', done: [...held].some((role) => !HANDS.includes(role)) },
  ]
}
