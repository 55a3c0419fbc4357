import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http } from '@/api/http'
import type { AccountDetail, AccountRow, Opened, RoleRow } from './accounts'

/** The accounts whose name contains these words, page by page. */
export function useAccounts(words: Ref<string>) {
  const answer = useInfiniteQuery({
    queryKey: computed(() => ['accounts', words.value]),
    queryFn: ({ pageParam }) => http.get<{ items: AccountRow[]; next: string | null }>('/accounts', { q: words.value, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  })
  return { answer, rows: computed(() => answer.data.value?.pages.flatMap((page) => page.items) ?? []) }
}

export function useRoles() {
  return useQuery({ queryKey: ['roles'], queryFn: () => http.get<RoleRow[]>('/roles'), staleTime: Infinity })
}

export function useAccount(id: Ref<string>) {
  return useQuery({ queryKey: computed(() => ['account', id.value]), queryFn: () => http.get<AccountDetail>(`/accounts/${id.value}`) })
}

/** What may be done to accounts; each reads them anew. */
export function useAccountActs() {
  const client = useQueryClient()
  const then = async <T>(done: Promise<T>): Promise<T> => {
    const answer = await done
    await Promise.all([client.invalidateQueries({ queryKey: ['accounts'] }), client.invalidateQueries({ queryKey: ['account'] })])
    return answer
  }
  return {
    open: (opening: object) => then(http.post<Opened>('/accounts', opening)),
    amend: (id: string, changes: object) => then(http.patch<AccountDetail>(`/accounts/${id}`, changes)),
    reset: (id: string) => then(http.post<Opened>(`/accounts/${id}/password-resets`)),
    removeTotp: (id: string) => then(http.delete(`/accounts/${id}/totp`)),
    grant: (id: string, granting: object) => then(http.post<AccountDetail>(`/accounts/${id}/grants`, granting)),
    endGrant: (id: string, grant: string) => then(http.delete(`/accounts/${id}/grants/${grant}`)),
  }
}
