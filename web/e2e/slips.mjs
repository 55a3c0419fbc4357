import { inflateSync } from 'node:zlib'

/** The codes that a page of slips prints, read off the PDF as a voter reads them off the paper. */
export function codesOf(pdf) {
  const streams = []
  const text = pdf.toString('latin1')
  for (const found of text.matchAll(/stream\r?\n/g)) {
    const from = found.index + found[0].length
    const to = text.indexOf('endstream', from)
    try {
      streams.push(inflateSync(pdf.subarray(from, to)).toString('latin1'))
    } catch {
      // A picture or a typeface: no text.
    }
  }
  const tables = streams.filter((one) => one.includes('beginbfrange') || one.includes('beginbfchar')).map(table)
  const codes = new Set()
  for (const shown of streams.filter((one) => /T[jJ]/.test(one)).flatMap(strings))
    for (const letters of tables) {
      const read = shown.map((glyph) => letters.get(glyph) ?? '').join('')
      if (/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/.test(read)) codes.add(read)
    }
  return [...codes]
}

/** Glyph → letter, as a typeface of the paper declares it. */
function table(map) {
  const letters = new Map()
  for (const block of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, letter] of block[1].matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) letters.set(parseInt(glyph, 16), String.fromCharCode(parseInt(letter, 16)))
  for (const block of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, letter] of block[1].matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      for (let glyph = parseInt(from, 16); glyph <= parseInt(to, 16); glyph++) letters.set(glyph, String.fromCharCode(parseInt(letter, 16) + glyph - parseInt(from, 16)))
  return letters
}

/** What a page shows, as runs of glyphs of two bytes. */
function strings(content) {
  const all = []
  for (const [, hex] of content.matchAll(/<([0-9a-f]+)>\s*Tj/gi)) all.push(pairs(Buffer.from(hex, 'hex')))
  for (const [, list] of content.matchAll(/\[([^\]]*?)\]\s*TJ/g)) all.push([...list.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex]) => pairs(Buffer.from(hex, 'hex'))))
  for (const [, said] of content.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)\s*Tj/g)) all.push(pairs(Buffer.from(unescaped(said), 'latin1')))
  return all
}
const ESCAPES = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const unescaped = (said) => said.replace(/\\(\d{1,3}|[\s\S])/g, (_, one) => (/^\d/.test(one) ? String.fromCharCode(parseInt(one, 8)) : (ESCAPES[one] ?? one)))
const pairs = (bytes) => Array.from({ length: bytes.length >> 1 }, (_, i) => bytes.readUInt16BE(2 * i))
