import { accessible } from './axe.mjs'

const FORM = (name, number, health) => `<?xml version="1.0" encoding="utf-8"?>
<Person><XingMing>${name}</XingMing><XingBie>男</XingBie><ChuShengNianYue>197006</ChuShengNianYue><MinZu>汉族</MinZu>
<JianKangZhuangKuang>${health}</JianKangZhuangKuang><XianRenZhiWu>示例局科员</XianRenZhiWu>
<JianLi>1992.07--2000.05  示例局办事员
2000.05--         示例局科员</JianLi><ShenFenZheng>${number}</ShenFenZheng></Person>`
const file = (name, text) => ({ name: `${name}.lrmx`, mimeType: 'application/xml', buffer: Buffer.from(text) })

/** A character of the minute, so that the same data folder may be used again. */
const nobody = (seconds) => String.fromCodePoint(0x4e00 + (Math.floor(Date.now() / 1000 / seconds) % 6000))

/** Sends these files and waits until they were looked at. */
async function send(page, files) {
  await page.goto('/interchange')
  await page.locator('input[type=file]').first().setInputFiles(files)
  await page.waitForURL(/\/interchange\/[^/?]+/)
  await page.locator('.bar button').first().waitFor()
}

export const stories = {
  'forms come in, are looked at, written, changed and taken back': {
    async run({ page, signIn, shot }) {
      const name = `示${nobody(1)}${nobody(60)}`
      await signIn()
      await send(page, [file(name, FORM(name, '', '健康')), file('坏', '<Person><XingMing>半')])
      await page.getByRole('button', { name: /^新增/ }).first().click()
      await page.locator('.mn').waitFor()
      await accessible(page)
      await shot('import-new')
      await page.keyboard.press('Control+Enter')
      await page.getByText('已写入 1 人').waitFor()

      await send(page, [file(name, FORM(name, '', '一般'))])
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
      const name = `表${nobody(1)}${nobody(60)}`
      await signIn()
      await send(page, [file(name, FORM(name, '', '健康'))])
      await page.getByRole('button', { name: /^新增/ }).first().click()
      await page.locator('.mn').waitFor()
      await page.keyboard.press('Control+Enter')
      await page.getByText('已写入 1 人').waitFor()
      await page.getByRole('link', { name: '打开档案' }).first().click()
      await page.waitForURL(/\/people\/[^/?]+/)
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
}
