import { accessible } from './axe.mjs'
import { aName, ask, changeHands, firstOf } from './hand.mjs'

export const stories = {
  'a talent who is no cadre comes in on a ground, is shown apart from cadres, and leaves when consent is withdrawn': {
    sizes: ['desk', 'phone'],
    async run(around) {
      const { page, shot } = around
      await changeHands(around, 'rencai')
      await page.goto('/people?whom=TALENTS')
      await page.getByRole('group', { name: '查哪些人' }).waitFor()
      await accessible(page)
      await shot('talents')
      await page.getByRole('button', { name: '人才入库' }).click()
      const panel = page.getByRole('dialog')
      const name = aName('才')
      await panel.getByRole('textbox', { name: /^姓名/ }).fill(name)
      await panel.getByRole('textbox', { name: /^从业单位/ }).fill('示例茶厂')
      await panel.getByRole('textbox', { name: /^从事岗位/ }).fill('制茶技师')
      await firstOf(page, panel, panel.locator('.el-select').nth(1))
      await panel.getByRole('textbox', { name: /机构树中没有的/ }).fill('示例县茶叶协会')
      const entered = () => page.waitForResponse((answer) => answer.url().endsWith('/talents'))
      await panel.getByRole('textbox', { name: /^自/ }).fill('2026.03.12')
      await panel.getByRole('textbox', { name: /^依据(?!文书)/ }).fill('人才入库登记表（示例）')
      const refused = entered()
      await panel.getByRole('button', { name: /^入库/ }).click()
      if ((await refused).status() !== 422) throw new Error('a talent came in without a ground')
      await panel.getByText('没有写明入库依据').waitFor()
      await accessible(page)
      await shot('talent-refused')
      await firstOf(page, panel, panel.locator('.el-select').nth(3))
      await panel.getByRole('textbox', { name: /^依据文书/ }).fill('本人签署的同意书（示例）')
      await panel.getByRole('textbox', { name: /同意日期/ }).fill('2026.03.12')
      const taken = entered()
      await panel.getByRole('button', { name: /^入库/ }).click()
      if ((await taken).status() !== 201) throw new Error(`not entered: ${await (await taken).text()}`)
      await page.waitForURL(/\/people\/[^/]+$/)
      const id = page.url().split('/').pop()
      await page.getByText('人才（非干部）').first().waitFor()
      await accessible(page)
      await shot('talent')
      const { body: person } = await ask(page, 'GET', `/people/${id}`)
      const ground = person.facts.find((one) => one.kind === 'talent')
      const ended = await ask(page, 'POST', `/people/${id}/facts/${ground.id}/endings`, { day: '2026-06-01', basis: '本人撤回同意的书面声明（示例）' })
      if (ended.status !== 201) throw new Error(`the ground did not end: ${JSON.stringify(ended.body)}`)
      await page.reload()
      await page.getByText('入库依据已终止').waitFor()
      await page.getByRole('link', { name: '提请抹除' }).waitFor()
      await accessible(page)
      await shot('talent-ended')
    },
  },
}
