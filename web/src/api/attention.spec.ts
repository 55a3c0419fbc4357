import { afterEach, expect, it, vi } from 'vitest'
import { unattended } from './attention'

afterEach(() => void vi.useRealTimers())

it('tells a page that nobody touches from one at work', () => {
  vi.useFakeTimers({ now: Date.now() })
  window.dispatchEvent(new Event('keydown'))
  expect(unattended()).toBe(false)
  vi.advanceTimersByTime(130_000)
  expect(unattended()).toBe(true)
  window.dispatchEvent(new Event('pointermove'))
  expect(unattended()).toBe(false)
})
