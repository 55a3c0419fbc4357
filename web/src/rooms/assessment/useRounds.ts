import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http } from '@/api/http'
import type { Edition, Monitor, Result, RoundLine } from './rounds'

export const useRoundList = () => useQuery({ queryKey: ['rounds'], queryFn: () => http.get<RoundLine[]>('/rounds') })

/** A running round is looked at again by itself; its progress moves in steps of five. */
export const useRound = (id: Ref<string>) =>
  useQuery({ queryKey: computed(() => ['rounds', id.value]), queryFn: () => http.get<Monitor>(`/rounds/${id.value}`), refetchInterval: 30_000 })

export const useInstruments = () =>
  useQuery({ queryKey: ['instruments'], queryFn: () => http.get<{ published: Edition[]; proposals: Edition[] }>('/instruments') })

export const useResult = (round: Ref<string>, subject: Ref<string>, purpose: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['rounds', round.value, subject.value, purpose.value]),
    queryFn: () => http.get<Result>(`/rounds/${round.value}/results/${subject.value}`, { purpose: purpose.value }),
    enabled: computed(() => purpose.value !== ''),
    staleTime: Infinity,
    gcTime: 0,
  })

/** What changes a round, and then has it looked at anew. */
export function useRoundActs(id: Ref<string>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ act, body }: { act: 'closings' | 'annulments' | 'withdrawals'; body: { subject?: string; reason?: string } }) =>
      http.post<Monitor>(`/rounds/${id.value}/${act}`, body),
    onSuccess: (monitor) => {
      client.setQueryData(['rounds', id.value], monitor)
      void client.invalidateQueries({ queryKey: ['rounds'], exact: true })
    },
  })
}
