/**
 * A QR code (ISO/IEC 18004) drawn here, so that the secret it holds goes to no one else: bytes, correction level L, sizes 1–15,
 * which is up to 520 bytes. The mask is always the chequered one; any mask may be used, readers undo it.
 */
export type Modules = boolean[][]

const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22]
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6]

export function qrModules(text: string): Modules {
  const bytes = [...new TextEncoder().encode(text)]
  const version = CORRECTION.findIndex((_, i) => bytes.length <= room(i + 1)) + 1
  if (version === 0) throw new RangeError(`too long for a QR code: ${bytes.length} bytes`)
  const { cells, fixed } = frame(version)
  place(cells, fixed, interleave(fill(bytes, version), version))
  return cells
}

/** One path of unit squares, for an SVG `d`. */
export function qrPath(cells: Modules): string {
  return cells.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
}

const sizeOf = (version: number) => 17 + 4 * version
const lengthBits = (version: number) => (version < 10 ? 8 : 16)
const room = (version: number) => dataCodewords(version) - Math.ceil((4 + lengthBits(version)) / 8)
const dataCodewords = (version: number) => codewords(version) - CORRECTION[version - 1] * BLOCKS[version - 1]

/** All codewords of this size: its squares less what is always drawn the same. */
function codewords(version: number): number {
  let squares = (16 * version + 128) * version + 64
  if (version >= 2) {
    const lines = Math.floor(version / 7) + 2
    squares -= (25 * lines - 10) * lines - 55
  }
  if (version >= 7) squares -= 36
  return Math.floor(squares / 8)
}

function fill(bytes: number[], version: number): number[] {
  const bits: number[] = []
  const put = (value: number, count: number) => {
    for (let i = count - 1; i >= 0; i--) bits.push((value >>> i) & 1)
  }
  put(0b0100, 4)
  put(bytes.length, lengthBits(version))
  for (const byte of bytes) put(byte, 8)
  const all = dataCodewords(version) * 8
  put(0, Math.min(4, all - bits.length))
  put(0, (8 - (bits.length % 8)) % 8)
  for (let pad = 0xec; bits.length < all; pad ^= 0xec ^ 0x11) put(pad, 8)
  return Array.from({ length: all / 8 }, (_, i) => bits.slice(i * 8, i * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0))
}

/** Shares the data out to blocks, corrects each, and deals both round by round. */
function interleave(data: number[], version: number): number[] {
  const count = BLOCKS[version - 1]
  const short = Math.floor(data.length / count)
  const longer = data.length % count
  const blocks: number[][] = []
  for (let i = 0, at = 0; i < count; i++) {
    const length = short + (i >= count - longer ? 1 : 0)
    blocks.push(data.slice(at, at + length))
    at += length
  }
  const checks = blocks.map((block) => remainder(block, generator(CORRECTION[version - 1])))
  const deal = (heaps: number[][]) =>
    Array.from({ length: Math.max(...heaps.map((heap) => heap.length)) }, (_, i) => heaps.map((heap) => heap[i])).flat().filter((one) => one !== undefined)
  return [...deal(blocks), ...deal(checks)]
}

/** Product in the field of 256 with x⁸+x⁴+x³+x²+1. */
function times(a: number, b: number): number {
  let product = 0
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    if ((b >>> i) & 1) product ^= a
  }
  return product
}

/** Coefficients after the leading one of (x − 1)(x − 2)(x − 4)… */
function generator(degree: number): number[] {
  const found = [...Array<number>(degree - 1).fill(0), 1]
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
    for (let j = 0; j < degree; j++) found[j] = times(found[j], root) ^ (found[j + 1] ?? 0)
  }
  return found
}

function remainder(data: number[], by: number[]): number[] {
  const rest = Array<number>(by.length).fill(0)
  for (const byte of data) {
    const factor = byte ^ rest.shift()!
    rest.push(0)
    by.forEach((one, i) => (rest[i] ^= times(one, factor)))
  }
  return rest
}

/** What every code of this size shows, and which squares that takes. */
function frame(version: number): { cells: Modules; fixed: Modules } {
  const size = sizeOf(version)
  const blank = () => Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  const [cells, fixed] = [blank(), blank()]
  const set = (x: number, y: number, dark: boolean) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return
    cells[y][x] = dark
    fixed[y][x] = true
  }
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0)
    set(i, 6, i % 2 === 0)
  }
  const ring = (cx: number, cy: number, reach: number, light: number[]) => {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) set(cx + dx, cy + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
  }
  const last = size - 7
  const lines = aligned(version)
  for (const y of lines)
    for (const x of lines) if (!((x === 6 && (y === 6 || y === last)) || (x === last && y === 6))) ring(x, y, 2, [1])
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) ring(x, y, 4, [2, 4])
  tellFormat(size, set)
  if (version >= 7) tellVersion(version, size, set)
  return { cells, fixed }
}

function aligned(version: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const size = sizeOf(version)
  const step = Math.ceil((size - 13) / (2 * count - 2)) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - i * step)]
}

type Put = (x: number, y: number, dark: boolean) => void

/** Level L, mask 0, told twice. */
function tellFormat(size: number, set: Put) {
  const bits = (0b01000 << 10 | divided(0b01000 << 10, 0x537, 10)) ^ 0x5412
  const bit = (i: number) => ((bits >>> i) & 1) === 1
  for (let i = 0; i < 6; i++) set(8, i, bit(i))
  set(8, 7, bit(6))
  set(8, 8, bit(7))
  set(7, 8, bit(8))
  for (let i = 9; i < 15; i++) set(14 - i, 8, bit(i))
  for (let i = 0; i < 8; i++) set(size - 1 - i, 8, bit(i))
  for (let i = 8; i < 15; i++) set(8, size - 15 + i, bit(i))
  set(8, size - 8, true)
}

function tellVersion(version: number, size: number, set: Put) {
  const bits = (version << 12) | divided(version << 12, 0x1f25, 12)
  for (let i = 0; i < 18; i++) {
    const dark = ((bits >>> i) & 1) === 1
    const [far, near] = [size - 11 + (i % 3), Math.floor(i / 3)]
    set(far, near, dark)
    set(near, far, dark)
  }
}

/** Remainder of a division of binary polynomials. */
function divided(value: number, by: number, degree: number): number {
  let rest = value
  for (let i = 31 - Math.clz32(rest); i >= degree; i = 31 - Math.clz32(rest)) rest ^= by << (i - degree)
  return rest
}

/** Lays the bits in pairs of columns from the right, up and down, and masks them. */
function place(cells: Modules, fixed: Modules, codes: number[]) {
  const size = cells.length
  let at = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (fixed[y][x]) continue
        const bit = at < codes.length * 8 && ((codes[at >>> 3] >>> (7 - (at & 7))) & 1) === 1
        cells[y][x] = bit !== ((x + y) % 2 === 0)
        at++
      }
    }
  }
}
