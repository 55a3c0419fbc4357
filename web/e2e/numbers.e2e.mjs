import { accessible } from './axe.mjs'
import { ask } from './hand.mjs'

const say = (words) => {
  throw new Error(words)
}

export const stories = {
  'every number of the team list opens exactly what it counts': {
    async run({ page, size, signIn, shot }) {
      await signIn()
      await page.goto('/teams')
      await page.locator('tbody tr').first().waitFor()
      const wanted = size.name === 'phone' ? ['vacant'] : ['members', 'empty', 'vacant', 'approved']
      for (const what of wanted) {
        const number = page.locator(`tbody button.${what}`).first()
        const count = Number(await number.textContent())
        await number.click()
        const panel = page.getByRole('dialog')
        await panel.getByText(`共 ${count}`).waitFor()
        const listed = await panel.locator('.rows > li, .who > li').count()
        if (what === 'empty' && listed !== count) say(`${count} empty seats, ${listed} listed`)
        if (!listed && what !== 'members') say(`${what} opens nothing`)
        await accessible(page)
        await shot(`team-number-${what}`)
        await page.keyboard.press('Escape')
        await panel.waitFor({ state: 'detached' })
      }
    },
  },

  'what is missing in a list opens whom it keeps open, and Ctrl+Z takes the condition back': {
    sizes: ['desk'],
    async run({ page, signIn, shot }) {
      await signIn()
      await page.goto(`/people?c=${encodeURIComponent(JSON.stringify({ field: 'rank', op: 'atLeast', value: '16' }))}`)
      const gap = page.locator('.why .link').first()
      await gap.waitFor()
      const count = Number((await gap.textContent()).replace(/.*?(\d[\d,]*)$/, '$1').replace(',', ''))
      await gap.click()
      await page.waitForURL(/lacking=/)
      await page.getByText(`共 ${count} 人`).waitFor()
      await accessible(page)
      await shot('people-lacking')
      await page.goto('/people')
      await page.locator('.st button').first().waitFor()
      await page.locator('.st button').first().click()
      await page.waitForURL(/c=/)
      await page.locator('#page-title').click()
      await page.keyboard.press('Control+z')
      await page.waitForURL((url) => !url.searchParams.has('c'))
    },
  },

  'a page of another day is searched on that day, and rows stand as close as one likes': {
    sizes: ['desk'],
    async run({ page, signIn }) {
      await signIn()
      await page.goto('/people?asof=2015-06-30')
      await page.locator('tbody tr').first().waitFor()
      await page.keyboard.press('/')
      const asked = page.waitForRequest((request) => request.url().includes('/api/v1/search?'))
      await page.keyboard.type('市')
      if (!(await asked).url().includes('asof=2015-06-30')) say('the search box asked about today')
      await page.getByText('按情况截至 2015.06.30').waitFor()
      await page.keyboard.press('Escape')
      const height = () => page.locator('tbody tr').first().evaluate((row) => Math.round(row.getBoundingClientRect().height))
      const normal = await height()
      await page.getByRole('button', { name: '紧凑' }).click()
      if ((await height()) >= normal) say('compact rows are no lower')
      await page.getByRole('button', { name: '舒展' }).click()
      if ((await height()) <= normal) say('roomy rows are no higher')
      await page.getByRole('group', { name: '行距' }).getByRole('button', { name: '标准' }).click()
    },
  },

  'F goes to the findings and back; what was typed and left comes back with Ctrl+Z': {
    sizes: ['desk'],
    async run({ page, signIn }) {
      await signIn()
      const { body } = await ask(page, 'GET', `/search?q=${encodeURIComponent('韩若川')}`)
      await page.goto(`/people/${body.people[0].id}`)
      await page.locator('.ladder .bar').first().waitFor()
      await page.keyboard.press('f')
      if (!(await page.evaluate(() => document.activeElement.classList.contains('findings')))) say('F did not go to the findings')
      await page.keyboard.press('f')
      await page.getByRole('button', { name: '录入事实' }).click()
      const panel = page.getByRole('dialog')
      await panel.getByLabel(/^依据/).fill('示例文件〔2026〕9 号')
      await page.keyboard.press('Escape')
      await panel.waitFor({ state: 'detached' })
      await page.keyboard.press('?')
      await panel.getByText('撤回：未写入的填写').waitFor()
      await page.keyboard.press('Escape')
      await panel.waitFor({ state: 'detached' })
      await page.locator('#page-title').click()
      await page.keyboard.press('Control+z')
      await panel.waitFor()
      if ((await panel.getByLabel(/^依据/).inputValue()) !== '示例文件〔2026〕9 号') say('what was typed is lost')
    },
  },
}
