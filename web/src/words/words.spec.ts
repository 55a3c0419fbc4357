import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogues } from './index'

type Words = { [key: string]: string | Words }

function keys(words: Words, under = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${under}${key}`] : keys(value, `${under}${key}.`),
  )
}

function slots(words: Words, under = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${under}${key}: ${[...value.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort().join(',')}`]
      : slots(value, `${under}${key}.`),
  )
}

describe('words', () => {
  it('say everything in both languages', () => {
    expect(keys(catalogues.en).sort()).toEqual(keys(catalogues['zh-CN']).sort())
  })

  it('fill the same blanks in both languages', () => {
    expect(slots(catalogues.en).sort()).toEqual(slots(catalogues['zh-CN']).sort())
  })

  it('name every role of the reviewed list, in Chinese as the list does', () => {
    const listed = Object.fromEntries([...readFileSync('../server/src/main/resources/access/roles.yaml', 'utf8').matchAll(/- id: ([a-z-]+)\n\s+name: (\S+)/g)].map((found) => [found[1], found[2]]))
    expect(Object.keys(listed).length).toBeGreaterThan(10)
    expect((catalogues['zh-CN'] as unknown as { access: { roleName: Words } }).access.roleName).toEqual(listed)
  })

  it('head only refusals that the server makes', () => {
    const made = new Set<string>()
    for (const file of readdirSync('../server/src/main/java', { recursive: true }) as string[])
      if (file.endsWith('.java')) for (const found of readFileSync(`../server/src/main/java/${file}`, 'utf8').matchAll(/"([a-z]+(?:-[a-z]+)*)"/g)) made.add(found[1])
    const headed = Object.keys((catalogues.en as unknown as { refusal: { code: Words } }).refusal.code)
    expect(headed.filter((code) => !made.has(code))).toEqual([])
  })

  it('name every kind of fact that the ledgers keep', () => {
    const kinds = (file: string) => [...readFileSync(`../server/src/main/java/huoshui/${file}`, 'utf8').matchAll(/(?:one|many)\("([a-z-]+)"/g)].map((found) => found[1])
    const zh = catalogues['zh-CN'] as unknown as { dossier: { kind: Words }; org: { fact: Words } }
    expect(Object.keys(zh.dossier.kind)).toEqual(expect.arrayContaining(kinds('dossier/fact/FactKinds.java')))
    expect(Object.keys(zh.org.fact)).toEqual(expect.arrayContaining(kinds('org/fact/OrgKinds.java')))
  })
})
