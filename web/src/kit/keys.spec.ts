import { mount } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { afterEach, expect, it } from 'vitest'
import { useKeys } from './keys'

const heard: string[] = []
const page = mount(
  defineComponent({
    setup() {
      useKeys(['f', 'p', 'ctrl+z'].map((key) => ({ key, label: key, run: () => heard.push(key) })))
      useKeys([{ key: 'ctrl+Enter', label: 'submit', typing: true, run: () => heard.push('submit') }])
      return () => h('div', [h('input', { id: 'field' }), h('div', { id: 'box', contenteditable: 'plaintext-only' }), h('button', { id: 'free' })])
    },
  }),
  { attachTo: document.body },
)
const press = (on: string, init: KeyboardEventInit) => page.find(on).element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }))

afterEach(() => heard.splice(0))

it('works anywhere on the page', () => {
  press('#free', { key: 'f' })
  press('#free', { key: 'z', ctrlKey: true })
  expect(heard).toEqual(['f', 'ctrl+z'])
})

it('is off while somebody types, in a field and in a box of the printed form', () => {
  for (const place of ['#field', '#box']) {
    press(place, { key: 'f' })
    press(place, { key: 'p' })
    press(place, { key: 'z', ctrlKey: true })
  }
  expect(heard).toEqual([])
  press('#box', { key: 'Enter', ctrlKey: true })
  expect(heard).toEqual(['submit'])
})

it('is off while an input method composes', () => {
  press('#free', { key: 'f', isComposing: true })
  press('#free', { key: 'f', keyCode: 229 })
  expect(heard).toEqual([])
})
