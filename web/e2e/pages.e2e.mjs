import { accessible } from './axe.mjs'

/** Paths of the menu, as this account sees it; one group is open at a time, so each is opened in turn. */
async function entries(page) {
  const paths = new Set()
  for (const group of await page.locator('#rail .grp').all()) {
    if ((await group.getAttribute('aria-expanded')) === 'false') await group.evaluate((one) => one.click())
    for (const path of await page.locator('#rail .ent').evaluateAll((all) => all.map((one) => one.getAttribute('href')))) paths.add(path)
  }
  return [...paths]
}

/** Nothing sticks out of a page sideways. */
async function fits(page, size) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  if (wide > size.width + 1) throw new Error(`${new URL(page.url()).pathname} is ${wide} px wide on ${size.width}`)
}

async function everyPage({ page, size, shot }, as) {
  for (const path of await entries(page)) {
    await page.goto(path)
    await page.locator('#page-title').waitFor()
    await page.waitForLoadState('networkidle')
    await fits(page, size)
    await accessible(page)
    await shot(`page-${as}${path.replace(/\W+/g, '-')}`)
  }
}

export const stories = {
  'every page of the menu is accessible and fits': {
    async run(around) {
      await around.signIn()
      await everyPage(around, 'section')
    },
  },

  'the hands and the cadre see their own pages, and those are accessible too': {
    async run(around) {
      for (const as of ['kaohe', 'security', 'auditor', 'cadre']) {
        if (!around.accounts.includes(as)) throw new Error(`the city has no account ${as}: set HUOSHUI_ACCOUNTS`)
        await around.page.context().clearCookies()
        await around.signIn(as)
        await everyPage(around, as)
      }
    },
  },

  'a mistake is put right with its reason, and both versions can be read': {
    sizes: ['desk'],
    async run({ page, signIn, shot }) {
      await signIn()
      await page.goto('/people')
      const find = page.getByRole('searchbox')
      await find.fill('韩若川')
      await page.getByRole('link', { name: '韩若川' }).first().click()
      await page.locator('.ladder .bar').first().waitFor()
      await page.locator('.ladder .bar').first().click()
      const panel = page.getByRole('dialog')
      await panel.getByRole('button', { name: '更正' }).first().waitFor()
      await page.keyboard.press('e')
      await panel.getByLabel('备注').fill('经核对任免文件')
      const reason = panel.getByLabel(/^理由/)
      await reason.fill('备注漏录')
      await accessible(page)
      await page.keyboard.press('Control+Enter')
      await panel.waitFor({ state: 'detached' })
      await page.locator('.ladder .bar').first().click()
      await panel.getByText('已被更正或撤销').first().waitFor()
      await shot('corrected')
    },
  },

  'a person is found, opened, seen on another day and not written there': {
    async run({ page, size, signIn, shot }) {
      await signIn()
      await page.goto('/people')
      const first = page.locator('tbody tr').first()
      await first.waitFor()
      await accessible(page)
      await first.locator('a').first().click()
      await page.locator('.md').waitFor()
      await page.waitForLoadState('networkidle')
      await fits(page, size)
      await accessible(page)
      await shot('person')
      const address = new URL(page.url())
      address.searchParams.set('asof', '2020-06-30')
      await page.goto(address.pathname + address.search)
      await page.locator('.band').waitFor()
      const record = page.getByRole('button', { name: '录入事实' })
      if ((await record.count()) && (await record.isEnabled())) throw new Error('a day that is past could be written')
      await accessible(page)
    },
  },

  'a whole errand with the keyboard alone': {
    sizes: ['desk'],
    async run({ page, signIn }) {
      await signIn()
      await page.goto('/people')
      await page.locator('tbody tr').first().waitFor()
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press(' ')
      const second = page.locator('tbody tr').nth(1)
      if (!(await second.locator('input').isChecked())) throw new Error('Space did not select the second row')
      await page.keyboard.press('ArrowRight')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/people\/[^/?]+/)
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.keyboard.press('/')
      const focused = await page.evaluate(() => document.activeElement?.getAttribute('role'))
      if (focused !== 'combobox') throw new Error('/ did not go to the search box')
    },
  },

  'a number of the statistics is the length of the list it opens': {
    sizes: ['desk'],
    async run({ page, signIn, shot }) {
      await signIn()
      await page.goto('/statistics')
      const number = page.locator('tbody tr:nth-child(2) td.n:not(.nil) a').nth(1)
      await number.waitFor()
      await shot('statistics')
      const count = (await number.textContent()).trim()
      if (count === '0') throw new Error('the number chosen is nought')
      await number.click()
      await page.waitForURL(/\/people\?/)
      await page.locator('.hp.MET b').waitFor()
      const listed = (await page.locator('.hp.MET b').textContent()).trim()
      if (listed !== count) throw new Error(`${count} in the table, ${listed} in its list`)
    },
  },
}
