import { mount } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { beforeEach, expect, it } from 'vitest'
import { goBack, nextBack, useUndo } from './undo'

type Undo = ReturnType<typeof useUndo>
const pages: { unmount: () => void }[] = []

function page(): Undo {
  let mine!: Undo
  pages.push(
    mount(
      defineComponent({
        setup() {
          mine = useUndo()
          return () => h('div')
        },
      }),
    ),
  )
  return mine
}

beforeEach(() => pages.splice(0).forEach((one) => one.unmount()))

it('takes steps back one by one, the last first, and says which is next', async () => {
  const { done } = page()
  const log: string[] = []
  done('粘贴的名单', () => log.push('paste'))
  done('条件的改动', () => log.push('condition'))
  expect(nextBack.value).toBe('条件的改动')
  await goBack()
  expect(nextBack.value).toBe('粘贴的名单')
  await goBack()
  await goBack()
  expect(log).toEqual(['condition', 'paste'])
  expect(nextBack.value).toBeNull()
})

it('typing in one box is one step, back to what stood there first', async () => {
  const { done } = page()
  let box = '健康'
  const type = (text: string) => {
    const before = box
    done('“健康状况”的填改', () => (box = before), 'HEALTH')
    box = text
  }
  type('一')
  type('一般')
  await goBack()
  expect(box).toBe('健康')
  expect(nextBack.value).toBeNull()
})

it('what a step back does is no step of its own', async () => {
  const { done } = page()
  done('一步', () => done('回头路', () => undefined))
  await goBack()
  expect(nextBack.value).toBeNull()
})

it('a page that is left takes its steps with it, and others keep theirs', () => {
  const first = page()
  const second = page()
  first.done('甲', () => undefined)
  second.done('乙', () => undefined)
  pages[1].unmount()
  expect(nextBack.value).toBe('甲')
  first.forget()
  expect(nextBack.value).toBeNull()
})
