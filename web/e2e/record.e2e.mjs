import { accessible } from './axe.mjs'
import { aName, ask, bring, changeHands, firstOf, unseal } from './hand.mjs'

/** Of these people the first whom this account may write about. */
async function someone(page, fits) {
  const { body } = await ask(page, 'POST', '/people/searches', { condition: null, text: null, list: null, unit: null, people: null, heap: 'MET', sort: null, cursor: null, size: 100 })
  for (const row of body.items.filter(fits)) {
    const { body: person } = await ask(page, 'GET', `/people/${row.id}`)
    if (person?.mayChange) return { ...row, ...person }
  }
  throw new Error('nobody of the first hundred fits')
}

export const stories = {
  'lines of somebody else move to a dossier of their own; the two are joined, and taken apart again': {
    sizes: ['desk'],
    async run({ page, signIn, shot }) {
      await signIn()
      const mixed = await bring(page, aName('拆'))
      const name = aName('分')
      await page.goto(`/people/${mixed}/record?tab=split`)
      await unseal(page)
      await page.locator('li').filter({ hasText: '示例局办事员' }).first().locator('input').check()
      await page.getByRole('textbox', { name: '姓名' }).fill(name)
      await page.getByRole('textbox', { name: '为何移出' }).fill('同名两人误录在一份')
      await accessible(page)
      await shot('split')
      await page.getByRole('button', { name: /^移出 1 条/ }).click()
      await page.locator('.bar[role=group]').getByRole('button', { name: /^移出 1 条/ }).click()
      await page.waitForURL((url) => /\/people\/[^/]+$/.test(url.pathname) && !url.pathname.includes(mixed))
      const moved = page.url().split('/').pop()
      await page.getByText('示例局办事员').first().waitFor()

      await page.goto(`/people/${mixed}/record?tab=merge&with=${moved}`)
      await page.getByRole('textbox', { name: '凭什么认定是同一人' }).fill('身份证号相同，重复建档')
      await accessible(page)
      await shot('merge')
      await page.getByRole('button', { name: '并档', exact: true }).click()
      await page.getByRole('button', { name: `并入“${name}”` }).click()
      await page.getByText('已并入本档案的').waitFor()
      await page.goto(`/people/${moved}`)
      await page.getByText('示例局科员').first().waitFor()

      await page.goto(`/people/${mixed}/record?tab=merge`)
      await page.getByRole('button', { name: '拆回' }).click()
      await page.getByRole('textbox', { name: /^理由/ }).fill('经核实是两人')
      await page.locator('.bar[role=group]').getByRole('button', { name: '拆回' }).click()
      await page.getByText('已并入本档案的').waitFor({ state: 'detached' })
    },
  },

  'a line is erased by two: one asks on a legal ground, another looks and agrees, the first does it': {
    sizes: ['desk'],
    async run(around) {
      const { page, signIn, shot } = around
      await signIn()
      const person = await someone(page, (row) => row.name !== '韩若川')
      await page.goto(`/people/${person.id}/record?tab=erase`)
      await unseal(page)
      await page.locator('li input[type=checkbox]:enabled').last().check()
      await firstOf(page, page.locator('aside'))
      await accessible(page)
      await shot('erase-asking')
      await page.getByRole('button', { name: '提请抹除 1 条' }).click()
      await page.locator('.bar[role=group]').getByRole('button', { name: '提请抹除 1 条' }).click()
      await page.getByText('等另一人复核').first().waitFor()
      const sheet = await page.getByRole('link', { name: '看所列事实' }).first().getAttribute('href')

      await changeHands(around, 'cenwangshu')
      await page.goto('/approvals')
      await page.getByRole('link', { name: '看所列事实' }).first().waitFor()
      await accessible(page)
      await page.goto(sheet)
      await page.getByRole('button', { name: '同意', exact: true }).click()
      await accessible(page)
      await shot('erase-agreeing')
      await page.locator('.bar[role=group]').getByRole('button', { name: '同意', exact: true }).click()
      await page.getByText(/已同意，待办理/).waitFor()

      await changeHands(around, undefined)
      await page.goto(`/people/${person.id}/record?tab=erase`)
      await page.getByRole('button', { name: '办理抹除' }).first().click()
      await page.getByRole('button', { name: '清空 1 条' }).click()
      await page.getByText('已抹除').first().waitFor()
      await accessible(page)
    },
  },

  'whom a row of the family means is confirmed by a person on a stated basis, and withdrawn': {
    sizes: ['desk'],
    async run({ page, signIn, shot }) {
      await signIn()
      const kin = await someone(page, (row) => row.sex === '男' && row.birth?.length >= 7 && row.name.length > 2 && row.name !== '韩若川')
      const row = `<Item><ChengWei>哥哥</ChengWei><XingMing>${kin.name}</XingMing><ChuShengRiQi>${kin.birth.slice(0, 7).replace('-', '')}</ChuShengRiQi><ZhengZhiMianMao>中共党员</ZhengZhiMianMao><GongZuoDanWeiJiZhiWu>示例局</GongZuoDanWeiJiZhiWu></Item>`
      const id = await bring(page, aName('亲'), { family: row })
      await page.goto(`/people/${id}?chapter=FAMILY`)
      await unseal(page)
      await page.getByText('可能是').first().waitFor()
      await accessible(page)
      await page.getByRole('button', { name: '确认是此人' }).first().click()
      await page.getByRole('textbox', { name: '确认的依据' }).fill('个人有关事项报告')
      await shot('kin')
      await page.locator('.bar[role=group]').getByRole('button', { name: '确认是此人' }).click()
      await page.getByText('已确认为库中').waitFor()
      await page.getByRole('button', { name: '撤销确认' }).click()
      await page.getByRole('textbox', { name: /^理由/ }).fill('经核户籍，不是此人')
      await page.locator('.bar[role=group]').getByRole('button', { name: '撤销确认' }).click()
      await page.getByText('可能是').first().waitFor()
    },
  },

  'what a collective concluded is written down with its paper, and the findings follow': {
    sizes: ['desk'],
    async run({ page, signIn, shot }) {
      await signIn()
      const person = await someone(page, (row) => row.name !== '韩若川')
      await page.goto(`/people/${person.id}`)
      await page.getByRole('button', { name: '录入组织结论' }).click()
      const panel = page.getByRole('dialog')
      await panel.getByRole('combobox', { name: '结论种类' }).waitFor()
      await firstOf(page, panel)
      await firstOf(page, panel, panel.locator('.el-select').nth(1))
      await panel.getByRole('textbox', { name: /作出结论的集体/ }).fill('示例局党组（书记某某）')
      await panel.getByRole('textbox', { name: /结论日期/ }).fill('2026.03.02')
      await panel.getByRole('textbox', { name: /依据/ }).fill('党组会议纪要〔2026〕3 号')
      await accessible(page)
      await shot('conclusion')
      const asked = page.waitForResponse((answer) => answer.url().endsWith('/conclusions'))
      await panel.getByRole('button', { name: /录入结论/ }).click()
      if ((await asked).status() >= 300) throw new Error(`the conclusion was refused: ${await (await asked).text()}`)
      await panel.waitFor({ state: 'detached' })
    },
  },
}
