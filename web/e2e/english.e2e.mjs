import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessible } from './axe.mjs'
import { ask } from './hand.mjs'

const words = join(dirname(fileURLToPath(import.meta.url)), '../src/words')

/** Words of measures that are a level of education as well: 研究生 stands in a list as what somebody has. */
const SAID_OF_SOMEBODY = new Set(['domain.measure.postgraduate'])

/** Key → words of one language, as its files hold them. */
function catalogue(language) {
  const flat = (said, under) => Object.entries(said).flatMap(([key, value]) => (typeof value === 'string' ? [[under + key, value]] : flat(value, `${under}${key}.`)))
  return new Map(
    readdirSync(join(words, language)).flatMap((name) => {
      const text = readFileSync(join(words, language, name), 'utf8')
      return flat(new Function(`return ${text.slice(text.indexOf('{'))}`)(), `${name.replace('.ts', '')}.`)
    }),
  )
}

/** Chinese words of the interface that English says differently: none of them may stand alone on an English page. What people are
 * made up of may: the same words are what a dossier itself says of somebody; names of roles may: accounts of the demo are called by them. */
function chineseOnly() {
  const [chinese, english] = [catalogue('zh-CN'), catalogue('en')]
  return new Map([...chinese].filter(([key, text]) => !key.startsWith('domain.made.') && !key.startsWith('access.roleName.') && !SAID_OF_SOMEBODY.has(key) && text.length > 1 && !text.includes('{') && english.get(key) !== text).map(([key, text]) => [text, key]))
}

/** Everything the page says: its texts, and what it calls its pictures and controls; not what a clause or a dossier says (`data-said`). */
const said = (page) =>
  page.evaluate(() => {
    const all = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const on = walker.currentNode.parentElement
      if (on && !on.closest('script, style, [data-said]')) all.push(walker.currentNode.textContent.trim())
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) for (const one of document.querySelectorAll(`[${name}]:not([data-said])`)) if (!one.closest('[data-said]')) all.push(one.getAttribute(name).trim())
    return [...new Set(all.filter(Boolean))]
  })

/** Addresses of one person, team, unit, post and clause beside those of the menu. */
async function addresses(page) {
  const paths = new Set()
  for (const group of await page.locator('#rail .grp').all()) {
    if ((await group.getAttribute('aria-expanded')) === 'false') await group.evaluate((one) => one.click())
    for (const path of await page.locator('#rail .ent').evaluateAll((all) => all.map((one) => one.getAttribute('href')))) paths.add(path)
  }
  const { body: found } = await ask(page, 'GET', `/search?q=${encodeURIComponent('韩若川')}`)
  const person = found?.people?.[0]?.id
  if (person) for (const rest of ['', '?chapter=CAREER', '?chapter=FAMILY', '/form', '/resume', '/record?tab=merge', '/record?tab=split', '/record?tab=erase']) paths.add(`/people/${person}${rest}`)
  const { body: teams } = await ask(page, 'GET', '/teams')
  const team = teams?.items?.find((one) => one.term)
  if (team) {
    const { body: sheet } = await ask(page, 'GET', `/teams/${team.id}`)
    paths.add(`/teams/${team.id}`).add(`/teams/${team.id}?compare=2022-06-30`).add(`/units/${team.unit}`).add(`/posts/${sheet.seats[0].post}`)
  }
  if (paths.has('/rulebook')) paths.add('/rulebook/XR-08-1')
  if (paths.has('/accounts')) paths.add('/accounts?tab=roles').add('/accounts?tab=purposes')
  return [...paths, '/my/sessions', '/my/totp', '/my/password', '/nowhere']
}

export const stories = {
  'every page speaks English to whoever reads English, and says no key': {
    sizes: ['desk'],
    async run({ page, signIn, accounts }) {
      const chinese = chineseOnly()
      const wrong = []
      await page.addInitScript(() => localStorage.setItem('huoshui.language', 'en'))
      const seen = new Set()
      for (const as of [undefined, 'xinxi', 'kaohe', 'security', 'auditor', 'cadre'].filter((one) => !one || accounts.includes(one))) {
        await page.context().clearCookies()
        await signIn(as)
        for (const path of await addresses(page)) {
          if (seen.has(path)) continue
          seen.add(path)
          await page.goto(path)
          await page.locator('#page-title').waitFor()
          await page.waitForLoadState('networkidle')
          for (const text of await said(page)) {
            if (chinese.has(text)) wrong.push(`${path}: ${text} (${chinese.get(text)})`)
            if (/^[a-z]+(\.[a-zA-Z][\w-]*)+$/.test(text)) wrong.push(`${path}: ${text} is a key`)
          }
          const roles = path.endsWith('tab=roles') ? await page.locator('tbody th').allTextContents() : [await page.locator('#rail .foot p').nth(1).textContent()]
          for (const role of roles) if (/[\u4e00-\u9fff]/.test(role)) wrong.push(`${path}: the role ${role} is not in English`)
          await accessible(page).catch((found) => wrong.push(found.message))
        }
      }
      if (wrong.length) throw new Error([...new Set(wrong)].join('\n'))
    },
  },
}
