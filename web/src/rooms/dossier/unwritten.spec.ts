import { expect, it } from 'vitest'
import { begun, keep, keepReason, placeOf, reasonOf, unwritten, written } from './unwritten'

const typed = { body: { text: '示例局科员' }, from: '2020.01', to: null, basis: '任免文件' }

it('keeps what was typed for one person, one kind and one fact, until it is written', () => {
  const correcting = placeOf('p1', 'post', 'f1')
  keep(correcting, typed)
  keepReason(correcting, '漏录')
  expect(unwritten(correcting)).toEqual(typed)
  expect(unwritten(placeOf('p1', 'post', 'f2'))).toBeUndefined()
  expect(unwritten(placeOf('p2', 'post', 'f1'))).toBeUndefined()
  written(correcting)
  expect(unwritten(correcting)).toBeUndefined()
  expect(reasonOf(correcting)).toBe('')
})

it('knows which new fact about somebody was begun last', () => {
  keep(placeOf('p1', 'post'), typed)
  keep(placeOf('p1', 'reward'), typed)
  expect(begun('p1')).toBe('reward')
  expect(begun('p2')).toBeUndefined()
  keep(placeOf('p1', 'reward'), null)
  expect(begun('p1')).toBe('post')
})
