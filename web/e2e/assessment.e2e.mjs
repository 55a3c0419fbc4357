import { readFileSync } from 'node:fs'
import { accessible } from './axe.mjs'
import { ask, changeHands, firstOf, unseal } from './hand.mjs'
import { codesOf } from './slips.mjs'

const day = (offset, hour) => `${new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)}T${hour}:00`
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

/** This choice of the list; waits until it has folded up again. */
async function pick(page, list, words, typed) {
  await list.click()
  if (typed) await page.keyboard.type(typed)
  await page.locator('.el-select-dropdown__item:visible').filter({ hasText: words }).first().click()
  await page.locator('.el-select-dropdown:visible').first().waitFor({ state: 'detached' })
}

/** Everything good and nothing bad, by hand on the page as it stands. */
async function fillIn(page) {
  for (const word of ['好', '没有'])
    for (const one of await page.locator('.option').filter({ has: page.locator(`text="${word}"`) }).all()) await one.click()
}

/** Another voter, at a phone of their own: the same doors without the page. */
async function vote(page, code, subject) {
  const { body: opened } = await ask(page, 'POST', '/ballots/openings', { code })
  const answers = Object.fromEntries(opened.form.items.map((one) => [one.code, { grade: one.options[0].word }]))
  const { status, body } = await ask(page, 'POST', '/ballots', { code, version: 0, sheets: [{ subject, answers }] })
  if (status !== 201) throw new Error(`a ballot was refused: ${JSON.stringify(body)}`)
}

async function open(page) {
  await page.goto('/rounds')
  await page.getByRole('link', { name: '开设一轮' }).click()
  await page.locator('.form').waitFor()
  await page.waitForLoadState('networkidle')
  await firstOf(page, page, page.locator('.field').filter({ hasText: '考察方式' }).locator('.el-select').first())
  await page.getByRole('textbox', { name: /轮次名称/ }).fill('水务局副局长政治素质测评')
  await page.getByRole('textbox', { name: /依据/ }).fill('部务会纪要〔2026〕44 号')
  await page.locator('input[type=datetime-local]').first().fill(day(-2, '09'))
  await page.locator('input[type=datetime-local]').last().fill(day(3, '18'))
  await pick(page, page.locator('.form .who .el-select').first(), '韩若川', '韩若川')
  await page.getByRole('textbox', { name: '同级人数' }).fill('8')
}

export const stories = {
  'a clerk opens a round, voters answer from slips through a lost line, the clerk closes and a leader reads': {
    sizes: ['desk'],
    async run(around) {
      const { page, shot } = around
      await around.signIn('kaohe')
      await open(page)
      await accessible(page)
      await shot('round-new')
      await page.getByRole('button', { name: '开设一轮' }).click()
      await page.waitForURL(/\/rounds\/[0-9a-f-]{36}$/)
      const round = page.url().split('/').pop()
      const paper = page.waitForEvent('download')
      await page.getByRole('button', { name: '印制测评码' }).first().click()
      const codes = codesOf(readFileSync(await (await paper).path()))
      if (codes.length !== 9) throw new Error(`nine slips for eight people, read ${codes.length}`)
      await page.getByText('不足 5').waitFor()
      await accessible(page)
      await shot('round-running')

      // The voter: a phone, nobody signed in, a line that goes down before the ballot is handed in.
      await page.context().clearCookies()
      await page.setViewportSize(PHONE)
      await page.goto('/ballot')
      await page.getByRole('textbox', { name: /测评码/ }).fill('2222-2222-2222')
      await page.getByRole('button', { name: '打开' }).click()
      await page.getByText(/未打开/).waitFor()
      await page.getByRole('textbox', { name: /测评码/ }).fill(codes[0].toLowerCase())
      await page.getByRole('button', { name: '打开' }).click()
      await page.getByText(/无记名测评：码由您自行抽取/).waitFor()
      await accessible(page)
      await shot('ballot-open')
      await page.getByRole('button', { name: '交票' }).click()
      await page.getByText(/还有 37 处没有填全/).waitFor()
      await shot('ballot-half')
      await fillIn(page)
      await page.getByText('已填全').first().waitFor()
      await page.context().setOffline(true)
      await page.getByRole('button', { name: '交票' }).click()
      await page.getByText(/连上后自动交票/).waitFor()
      await accessible(page)
      await shot('ballot-offline')
      await page.context().setOffline(false)
      await page.getByText('已收到').waitFor()
      await shot('ballot-taken')
      const kept = await page.evaluate(() => localStorage.getItem('huoshui.ballot'))
      if (kept) throw new Error('a ballot that was handed in is still on the device')
      const { body: opened } = await ask(page, 'POST', '/ballots/openings', { code: codes[1] })
      for (const code of codes.slice(1, 6)) await vote(page, code, opened.subjects[0].id)
      const { status, body } = await ask(page, 'POST', '/ballots', { code: codes[0], version: 0, sheets: [] })
      if (status !== 422 && body.code !== 'empty-ballot') throw new Error(`an empty ballot was answered ${status}`)

      await page.setViewportSize(DESK)
      await changeHands(around, 'kaohe')
      await page.goto(`/rounds/${round}`)
      await page.getByText('5 以上').waitFor()
      await page.getByRole('button', { name: '截止计票' }).first().click()
      await page.getByRole('textbox', { name: /理由/ }).fill('应答人员均已答复')
      await shot('round-closing')
      await page.locator('.bar[role=group]').getByRole('button', { name: '截止计票', exact: true }).click()
      await page.getByRole('link', { name: '看结果' }).first().waitFor()
      await accessible(page)
      await shot('round-closed')
      await page.goto('/ballot')
      await page.getByRole('textbox', { name: /测评码/ }).fill(codes[7])
      await page.getByRole('button', { name: '打开' }).click()
      await page.getByText(/没有这个码，或所属的测评已经截止/).waitFor()

      await changeHands(around, 'cenwangshu')
      await page.goto('/archives')
      await page.getByRole('link', { name: '韩若川' }).first().click()
      await page.locator('form.sealed').waitFor()
      await unseal(page)
      await page.getByText('五种考察方式').first().waitFor()
      await accessible(page)
      await shot('archive')
      await page.getByRole('link', { name: '水务局副局长政治素质测评' }).first().click()
      await unseal(page)
      await page.getByText('政治忠诚').first().waitFor()
      await page.getByText(/全组一致/).first().waitFor()
      await accessible(page)
      await shot('result')
      if (await page.getByText('总分：').count()) throw new Error('there is a total')
    },
  },

  'the pages of rounds fit a phone': {
    sizes: ['phone'],
    async run(around) {
      const { page, shot } = around
      await around.signIn('kaohe')
      for (const [path, label] of [['/rounds', 'rounds'], ['/rounds/new', 'round-new'], ['/archives', 'archives']]) {
        await page.goto(path)
        await page.locator('#page-title').waitFor()
        await page.waitForLoadState('networkidle')
        await accessible(page)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        if (wide > 391) throw new Error(`${path} is ${wide} px wide`)
        await shot(label)
      }
    },
  },

  'a meeting concludes from an archive, and the conclusion stands there with who, why and on what': {
    sizes: ['desk'],
    async run(around) {
      const { page, shot } = around
      await around.signIn('kaohe')
      const { body } = await ask(page, 'GET', '/archives')
      let person = null
      for (const one of body.items.filter((each) => each.kind === 'PERSON' && each.counts.SPECIAL > 1)) {
        const { body: archive } = await ask(page, 'GET', `/archives/people/${one.id}?purpose=P06`)
        if (!archive.conclusions.length) person = one
        if (person) break
      }
      if (!person) throw new Error('everybody looked at is concluded of already')
      await page.goto(`/archives/people/${person.id}`)
      await page.locator('form.sealed').waitFor()
      await unseal(page)
      await page.getByRole('button', { name: '记入集体结论' }).click()
      const panel = page.getByRole('dialog')
      await pick(page, panel.locator('.el-select').first(), '政治素质考察总体结论')
      await firstOf(page, panel, panel.locator('.el-select').nth(1))
      await panel.getByRole('textbox', { name: /会议名称/ }).fill('部务会')
      await panel.getByRole('textbox', { name: /会议日期/ }).fill(day(-1, '09').slice(0, 10).replaceAll('-', '.'))
      await panel.getByRole('textbox', { name: /主持人/ }).first().fill('岑望舒')
      await panel.getByRole('textbox', { name: /参会人员/ }).fill('岑望舒、林知远')
      await panel.locator('.el-select').nth(2).click()
      await page.locator('.el-select-dropdown__item:visible').last().click()
      await panel.getByRole('textbox', { name: /理由/ }).click()
      await page.locator('.el-select-dropdown:visible').first().waitFor({ state: 'detached' })
      await panel.getByRole('textbox', { name: /理由/ }).fill('急难险重任务中表现突出，反向情形未经查实')
      await panel.getByRole('textbox', { name: /依据/ }).fill('部务会纪要〔2026〕41 号')
      await panel.getByRole('button', { name: /^记入/ }).click()
      await panel.getByText(/至少 3 人/).waitFor()
      await accessible(page)
      await shot('conclude')
      await panel.getByRole('textbox', { name: /参会人员/ }).fill('岑望舒、林知远、苏怀瑾')
      await panel.getByRole('button', { name: /^记入/ }).click()
      await panel.waitFor({ state: 'detached' })
      await page.getByText('岑望舒主持').first().waitFor()
      await accessible(page)
      await shot('archive-concluded')
    },
  },
}
