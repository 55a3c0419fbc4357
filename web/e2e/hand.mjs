// What several stories do with a page: ask the server as the page does, bring a form in, choose from a list.

/** Asks the server as this page's account; answers status and body. */
export function ask(page, method, path, body) {
  return page.evaluate(
    async ([method, path, body]) => {
      const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='))
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '' },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
      const text = await answer.text()
      return { status: answer.status, body: text ? JSON.parse(text) : null }
    },
    [method, path, body],
  )
}

/** A character of the minute, so that the same data folder may be used again. */
const nobody = (seconds) => String.fromCodePoint(0x4e00 + (Math.floor(Date.now() / 1000 / seconds) % 6000))

/** A name that nobody of the city bears. */
export const aName = (family) => `${family}${nobody(1)}${nobody(60)}`

/** An appointment form of somebody invented; family is written as the form writes it. */
export const form = (name, { number = '', health = '健康', family = '' } = {}) => `<?xml version="1.0" encoding="utf-8"?>
<Person><XingMing>${name}</XingMing><XingBie>男</XingBie><ChuShengNianYue>197006</ChuShengNianYue><MinZu>汉族</MinZu>
<JianKangZhuangKuang>${health}</JianKangZhuangKuang><XianRenZhiWu>示例局科员</XianRenZhiWu>
<JianLi>1992.07--2000.05  示例局办事员
2000.05--         示例局科员</JianLi>${family && `<JiaTingChengYuan>${family}</JiaTingChengYuan>`}<ShenFenZheng>${number}</ShenFenZheng></Person>`
export const file = (name, text) => ({ name: `${name}.lrmx`, mimeType: 'application/xml', buffer: Buffer.from(text) })

/** Sends these files and waits until they were looked at. */
export async function send(page, files) {
  await page.goto('/interchange')
  await page.locator('input[type=file]').first().setInputFiles(files)
  await page.waitForURL(/\/interchange\/[^/?]+/)
  await page.locator('.bar button').first().waitFor()
}

/** Brings somebody new in by a form; answers their id. */
export async function bring(page, name, more) {
  await send(page, [file(name, form(name, more))])
  await page.getByRole('button', { name: /^新增/ }).first().click()
  await page.locator('.mn').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('已写入 1 人').waitFor()
  const to = await page.getByRole('link', { name: '打开档案' }).first().getAttribute('href')
  return /\/people\/([^/?]+)/.exec(to)[1]
}

/** The first choice of the list within, or of this very list; waits until it has folded up again. */
export async function firstOf(page, within, list = within.locator('.el-select').first()) {
  await list.click()
  await page.locator('.el-select-dropdown__item:visible').first().click()
  await page.locator('.el-select-dropdown:visible').first().waitFor({ state: 'detached' })
}

/** States the first purpose of the list and reads what is sealed. */
export async function unseal(page) {
  await firstOf(page, page.locator('form.sealed'))
  await page.getByRole('button', { name: '登记事由并查看' }).click()
}

/** Somebody else sits down at this browser. */
export async function changeHands(around, as) {
  await around.page.context().clearCookies()
  await around.signIn(as)
}
