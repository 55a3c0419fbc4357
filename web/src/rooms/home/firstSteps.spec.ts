import { describe, expect, it } from 'vitest'
import { stepsOf } from './useFirstSteps'

const holding = (...roles: string[]) => ({ roles: roles.map((id) => ({ id })) })

describe('first steps of an empty house', () => {
  it('are done one after another, and a hand is no section', () => {
    const done = (accounts: ReturnType<typeof holding>[], units: number) => stepsOf(accounts, units).map((step) => step.done)
    expect(done([holding('system-administrator')], 0)).toEqual([false, false, false])
    expect(done([holding('system-administrator'), holding('security-officer')], 0)).toEqual([true, false, false])
    expect(done([holding('security-officer'), holding()], 1)).toEqual([true, true, false])
    expect(done([holding('security-officer'), holding('information-section')], 1)).toEqual([true, true, true])
  })
})
