import { afterEach, expect, it } from 'vitest'
import { Problem } from '@/api/http'
import { language } from '@/words'
import { heading, sentence } from './problems'

afterEach(() => void (language.value = 'zh-CN'))
const refused = (status: number, code: string) => new Problem(status, code, '未写入：依据为空。请填写依据后再写入。')

it('says the server\'s own sentence, and on a Chinese page nothing above it', () => {
  expect(sentence(refused(422, 'no-basis'))).toContain('依据为空')
  expect(heading(refused(422, 'no-basis'))).toBe('')
})

it('heads a refusal in English by its code, else by the family of its code, else by its sort', () => {
  language.value = 'en'
  expect(heading(refused(422, 'no-basis'))).toBe('A basis is needed: the paper it rests on')
  expect(heading(refused(422, 'bad-months'))).toBe('Not accepted: a value cannot be read')
  expect(heading(refused(422, 'unknown-voice'))).toBe('Not accepted: not one of those on offer')
  expect(heading(refused(422, 'no-voices'))).toBe('Not done: something needed is missing')
  expect(heading(refused(404, 'no-gate'))).toBe('Not found, or outside your sight')
  expect(heading(refused(403, 'undeclared'))).toBe('Not within your duties or sight')
  expect(heading(refused(500, 'http-500'))).toBe('Not done: something broke inside')
})

it('heads nothing the page says in English itself', () => {
  language.value = 'en'
  expect(heading(new Problem(0, 'unreachable', ''))).toBe('')
  expect(heading(new TypeError('x'))).toBe('')
})
