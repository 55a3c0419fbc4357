import { describe, expect, it } from 'vitest'
import { qrModules, qrPath } from './qr'

describe('a QR code', () => {
  it('grows with its text, four squares a size', () => {
    expect(qrModules('a').length).toBe(21)
    expect(qrModules('a'.repeat(106)).length).toBe(37)
    expect(qrModules('a'.repeat(107)).length).toBe(41)
    expect(qrModules('a'.repeat(520)).length).toBe(77)
    expect(() => qrModules('a'.repeat(521))).toThrow(RangeError)
  })

  it('has three eyes and a dark square beside the lower one', () => {
    const cells = qrModules('otpauth://totp/test?secret=GEZDGNBVGY3TQOJQ')
    const last = cells.length - 7
    for (const [x, y] of [[0, 0], [last, 0], [0, last]]) {
      const eye = Array.from({ length: 7 }, (_, i) => cells[y + i].slice(x, x + 7).map((dark) => (dark ? '#' : '.')).join(''))
      expect(eye).toEqual(['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'])
    }
    expect(cells[cells.length - 8][8]).toBe(true)
  })

  it('stays square by square what a reader once understood', () => {
    const path = qrPath(qrModules('otpauth://totp/test?secret=GEZDGNBVGY3TQOJQ'))
    let sum = 0
    for (const letter of path) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_000_007
    expect(sum).toBe(29837439)
  })
})
