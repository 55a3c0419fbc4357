import { accessible } from './axe.mjs'
import { aName, bring, file, form, send } from './hand.mjs'

export const stories = {
  'forms come in, are looked at, written, changed and taken back': {
    async run({ page, signIn, shot }) {
      const name = aName('示')
      await signIn()
      await send(page, [file(name, form(name)), file('坏', '<Person><XingMing>半')])
      await page.getByRole('button', { name: /^新增/ }).first().click()
      await page.locator('.mn').waitFor()
      await accessible(page)
      await shot('import-new')
      await page.keyboard.press('Control+Enter')
      await page.getByText('已写入 1 人').waitFor()

      await send(page, [file(name, form(name, { health: '一般' }))])
      await page.locator('.doubt').waitFor()
      await accessible(page)
      await shot('import-doubtful')
      await page.keyboard.press('1')
      await page.getByText('由人认定').waitFor()
      await page.locator('ins').first().waitFor()
      await accessible(page)
      await shot('import-changed')
      await page.keyboard.press('Control+Enter')
      await page.getByText('已写入 1 人').waitFor()

      await page.getByRole('button', { name: '撤销本批' }).click()
      await page.getByRole('textbox', { name: /撤销理由/ }).fill('页面测试')
      await page.getByRole('button', { name: '撤销 1 人' }).click()
      await page.getByText('已撤销').first().waitFor()
      await accessible(page)
    },
  },

  'the appointment form is filled in where it lies, looked at, written and printed': {
    sizes: ['desk'],
    async run({ page, signIn, shot }) {
      await signIn()
      const id = await bring(page, aName('表'))
      await page.goto(`/people/${id}`)
      await page.getByRole('button', { name: '任免审批表' }).click()
      await page.locator('form.sealed .el-select').click()
      await page.locator('.el-select-dropdown__item:visible').first().click()
      await page.getByRole('button', { name: '登记事由并查看' }).click()
      await page.getByRole('textbox', { name: '健康状况' }).click()
      await page.keyboard.press('Control+A')
      await page.keyboard.type('一般')
      await page.getByRole('textbox', { name: '拟任职务' }).click()
      await page.keyboard.type('示例局副局长（试用期一年）')
      await page.getByRole('button', { name: '写入 2 项' }).click()
      await accessible(page)
      await shot('form-changes')
      await page.locator('.bar').getByRole('button', { name: '写入 2 项' }).click()
      await page.getByText('尚未改动').waitFor()
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: '打印 PDF' }).click()
      const printed = (await saved).suggestedFilename()
      if (!/^任免审批表-1人-.*\.pdf$/.test(printed)) throw new Error(`the form was saved as ${printed}`)
    },
  },

  'a roster is read by its headings, what is in doubt is asked, and only then looked at person by person': {
    async run({ page, signIn, shot }) {
      // A heading of its own, since what was said of the same headings before is taken over without asking.
      const odd = aName('杂')
      const names = [aName('册'), aName('录')]
      const rows = [['序号', '姓名', '性别', '民族', '出生年月', '现任职务', odd], ['1', names[0], '男', '汉', '1966.1', '示例局科员', '甲'], ['2', names[1], '女', '彝族', '1978.05', '示例局副科长', '乙']]
      const roster = { name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from('\ufeff' + rows.map((row) => row.join(',')).join('\r\n')) }
      await signIn()
      await page.goto('/interchange')
      await page.locator('input[type=file]').first().setInputFiles([roster])
      await page.waitForURL(/\/interchange\/[^/?]+/)
      await page.getByRole('combobox', { name: new RegExp(odd) }).waitFor()
      await accessible(page)
      await shot('mapping')
      await page.getByRole('button', { name: '是 10 月' }).click()
      await page.getByRole('combobox', { name: new RegExp(odd) }).selectOption({ label: '不读取' })
      await page.getByRole('button', { name: /2 行/ }).click()
      await page.getByRole('button', { name: /^新增/ }).first().click()
      await page.locator('.mn').waitFor()
      await page.getByText('1966.10').first().waitFor()
      await page.getByRole('button', { name: '删除本批' }).click()
      await page.locator('.ask').getByRole('button', { name: '删除本批' }).click()
      await page.waitForURL(/\/interchange$/)
    },
  },
}
