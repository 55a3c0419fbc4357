import { expect, it } from 'vitest'
import type { Cond } from '@/kit'
import { narrowed } from './narrowed'

const young: Cond = { field: 'age', op: 'atMost', value: 40 }
const woman: Cond = { field: 'sex', op: 'is', value: '2' }
const read = (asked: Record<string, string | null>) => JSON.parse(asked.c!)

it('a bar of those who meet the condition is joined to it', () => {
  expect(read(narrowed(young, 'MET', woman))).toEqual({ all: [young, woman] })
  expect(read(narrowed(null, 'MET', woman))).toEqual(woman)
})

it('a bar of those who do not meet it asks for its opposite, in the heap of those who do', () => {
  const asked = narrowed(young, 'NOT_MET', woman)
  expect(read(asked)).toEqual({ all: [{ not: young }, woman] })
  expect(asked.heap).toBeNull()
})

it('a bar of those left open leaves out whom the bar itself leaves open', () => {
  expect(read(narrowed(young, 'UNKNOWN', woman))).toEqual({ all: [young, woman, { field: 'sex', op: 'known', value: true }] })
  const silent: Cond = { field: 'sex', op: 'known', value: false }
  expect(read(narrowed(young, 'UNKNOWN', silent))).toEqual({ all: [young, silent] })
})
