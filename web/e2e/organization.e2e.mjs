import { accessible } from './axe.mjs'
import { ask, changeHands, firstOf } from './hand.mjs'

const confirm = (page, name) => page.locator('.bar[role=group]').getByRole('button', { name, exact: true }).click()

/** The open line of the team's own record that tells of its running term. */
const termLine = (page, words) => page.locator('.past tbody tr:not(.gone)').filter({ hasText: words }).first()

export const stories = {
  'a term begins, is put right and ended on its paper; the old line is then erased by two': {
    sizes: ['desk'],
    async run(around) {
      const { page, shot } = around
      await around.signIn('xinxi')
      const { body } = await ask(page, 'GET', '/teams')
      const elected = []
      for (const team of body.items.filter((one) => one.term)) {
        const { body: sheet } = await ask(page, 'GET', `/teams/${team.id}`)
        if (sheet.mayChange) elected.push(team)
        if (elected.length) break
      }
      if (!elected.length) throw new Error('no team with a term that this account may change')
      const address = `/teams/${elected[0].id}`
      await page.goto(address)
      await page.getByRole('button', { name: '记入换届', exact: true }).click()
      const panel = page.getByRole('dialog')
      await panel.getByRole('textbox', { name: /应届满/ }).fill('2031.10')
      await panel.getByRole('textbox', { name: '起始日期' }).fill('2026.10')
      await panel.getByRole('textbox', { name: /依据/ }).fill('示例选举公告〔2026〕1 号')
      await accessible(page)
      await shot('term-begin')
      await confirm(page, '记入换届')
      await panel.waitFor({ state: 'detached' })

      await termLine(page, '2031.10').getByRole('button', { name: '更正' }).click()
      await panel.getByRole('textbox', { name: /应届满/ }).fill('2031.09')
      await panel.getByRole('textbox', { name: '更正依据' }).fill('届满月份录错')
      await accessible(page)
      await shot('term-correct')
      await confirm(page, '更正')
      await panel.waitFor({ state: 'detached' })

      await termLine(page, '2031.09').getByRole('button', { name: '终止' }).click()
      await panel.getByRole('textbox', { name: '终止日期' }).fill('2026.11.20')
      await panel.getByRole('textbox', { name: /依据/ }).fill('示例决定')
      await accessible(page)
      await shot('term-end')
      await confirm(page, '终止')
      await panel.waitFor({ state: 'detached' })
      await termLine(page, '2031.09').getByRole('button', { name: '撤销' }).click()
      await panel.getByRole('textbox', { name: /理由/ }).fill('未曾换届')
      await accessible(page)
      await confirm(page, '撤销这条')
      await panel.waitFor({ state: 'detached' })

      await changeHands(around, undefined)
      await page.goto(address)
      await page.locator('.past tbody tr.gone').filter({ hasText: '2031.10' }).first().getByRole('button', { name: '抹除' }).click()
      await firstOf(page, panel)
      await accessible(page)
      await shot('org-erase-asking')
      await confirm(page, '提请抹除')
      const sheet = await panel.getByRole('link', { name: '看这项抹除' }).getAttribute('href')
      await changeHands(around, 'cenwangshu')
      await page.goto(sheet)
      await page.getByRole('button', { name: '同意', exact: true }).click()
      await accessible(page)
      await shot('org-erase-agreeing')
      await confirm(page, '同意')
      await page.getByText(/已同意，待办理/).waitFor()
      await changeHands(around, undefined)
      await page.goto(sheet)
      await page.getByRole('button', { name: '办理抹除' }).click()
      await confirm(page, '清空 1 条')
      await page.getByText('已抹除').first().waitFor()
      await page.goto(address)
      await page.locator('.past tbody tr.gone').filter({ hasText: '内容已依规抹除' }).first().waitFor()
    },
  },

  'of two who put the same line right, the second sees both versions and goes on from the one that counts': {
    sizes: ['desk'],
    async run({ page, signIn, shot }) {
      await signIn('xinxi')
      const { body } = await ask(page, 'GET', '/teams')
      for (const team of body.items.filter((one) => one.termDue)) {
        const { body: sheet } = await ask(page, 'GET', `/teams/${team.id}`)
        const line = sheet.facts.find((one) => one.kind === 'term' && !one.superseded && !one.to)
        if (!sheet.mayChange || !line) continue
        await page.goto(`/teams/${team.id}`)
        await page.locator('.past tbody tr:not(.gone)').filter({ hasText: line.text }).first().getByRole('button', { name: '更正' }).click()
        const panel = page.getByRole('dialog')
        await panel.getByRole('textbox', { name: '更正依据' }).fill('第二人所更正')
        const first = await ask(page, 'POST', `/organization-facts/${line.fact}/corrections`, { body: { ...line.body, due: '2027-04' }, from: line.since, to: null, reason: '第一人所更正' })
        if (first.status !== 204) throw new Error(`the first correction was refused: ${JSON.stringify(first.body)}`)
        await confirm(page, '更正')
        await panel.getByText('现在作数的一条').waitFor()
        await accessible(page)
        await shot('org-conflict')
        await panel.getByRole('button', { name: '改从现在这条更正' }).click()
        await panel.getByRole('textbox', { name: '更正依据' }).fill('看过两个版本')
        await confirm(page, '更正')
        await panel.waitFor({ state: 'detached' })
        return
      }
      throw new Error('no running term that this account may put right')
    },
  },
}
