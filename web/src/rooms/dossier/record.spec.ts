import { expect, it } from 'vitest'
import type { Fact } from '@/kit'
import { contradicts, sideBySide, staying } from './record'

const fact = (kind: string, body: Record<string, unknown>, from = '2010-01-01'): Fact => ({
  id: `${kind}-${JSON.stringify(body)}-${from}`,
  kind,
  slot: '',
  chapter: 'BASIC',
  body,
  valid: { from, to: null, start: 'M', end: 'U' },
  basis: '档案',
  known: { from: { act: 1, at: null }, to: null },
  superseded: false,
})

it('tells what two dossiers say alike, apart, and differently', () => {
  const here = [fact('id-number', { number: '1' }), fact('post', { text: '局长' }), fact('title', { title: '工程师' })]
  const there = [fact('id-number', { number: '2' }), fact('post', { text: '局长' }), fact('language', { language: '英语' })]
  const pairs = Object.fromEntries(sideBySide(here, there).map((pair) => [pair.kind, pair]))
  expect(pairs.post.how).toBe('same')
  expect(pairs.title.how).toBe('here')
  expect(pairs.language.how).toBe('there')
  expect(pairs['id-number'].how).toBe('differ')
  expect(contradicts(pairs['id-number'])).toBe(true)
})

it('does not call two careers a contradiction, nor a name evidenced on another day', () => {
  const careers = sideBySide([fact('post', { text: '局长' })], [fact('post', { text: '科长' })])[0]
  expect(careers.how).toBe('differ')
  expect(contradicts(careers)).toBe(false)
  const names = sideBySide([fact('identity', { name: '倪书禾' }, '2001-01-01')], [fact('identity', { name: '倪书禾' }, '2005-01-01')])[0]
  expect(names.how).toBe('same')
})

it('greys what a split does not move: lines of a dossier that joined, and those that stay with their form', () => {
  const own = { ...fact('post', { text: '局长' }), dossier: 'a' }
  expect(staying(own, 'a')).toBeNull()
  expect(staying({ ...own, dossier: 'b' }, 'a')).toBe('joined')
  expect(staying({ ...own, kind: 'form-draft' }, 'a')).toBe('stays')
})
