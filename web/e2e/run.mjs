// Runs every *.e2e.mjs here with the system's Chromium, at both sizes of the page: against the server that HUOSHUI_URL,
// HUOSHUI_ACCOUNT and HUOSHUI_PASSWORD name, else against a demo city of its own, started by the front door HUOSHUI.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { demoCity } from './city.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const browserPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)

function stop(words, code) {
  console.error(words)
  process.exit(code)
}
if (!browserPath) stop('Chromium was not found. Install it (Debian: chromium, fonts-noto-cjk) or set CHROMIUM.', 3)
/** Every account of a city served already, by name, from the file the front door wrote: HUOSHUI_ACCOUNTS. */
function told() {
  if (!process.env.HUOSHUI_ACCOUNTS) return {}
  const { accounts } = JSON.parse(readFileSync(process.env.HUOSHUI_ACCOUNTS, 'utf8'))
  return Object.fromEntries(accounts.map((each) => [each.account, each.password]))
}

const city = process.env.HUOSHUI_URL
  ? { url: process.env.HUOSHUI_URL, account: process.env.HUOSHUI_ACCOUNT, password: process.env.HUOSHUI_PASSWORD, accounts: told(), stop: async () => {} }
  : await demoCity(process.env.HUOSHUI ?? join(here, '../../huoshui'))
if (!city.account || !city.password) stop('Set HUOSHUI_ACCOUNT and HUOSHUI_PASSWORD to an account that sees people.', 2)

/** How long a page may take on a busy machine before a wait is given up. */
const PATIENCE = Number(process.env.HUOSHUI_PATIENCE ?? 120_000)

export const SIZES = [
  { name: 'desk', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
]

/** A page that collects what went wrong in it: errors of scripts, answers of 500 and above, and what the content policy stopped. */
async function open(browser, size) {
  const context = await browser.newContext({
    baseURL: city.url,
    viewport: { width: size.width, height: size.height },
    locale: 'zh-CN',
    ignoreHTTPSErrors: true,
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const wrong = []
  await page.exposeFunction('stopped', (words) => wrong.push(words))
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      window.stopped(`content policy: ${event.violatedDirective} stopped ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber} ${event.sample}`),
    ),
  )
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('response', (answer) => answer.status() >= 500 && wrong.push(`${answer.status()} ${answer.url()}`))
  return { page, wrong, close: () => context.close() }
}

/** Signs in with the keyboard alone, as the page is drawn for; as somebody else where the city has such an account. */
async function signIn(page, as = city.account) {
  await page.goto('/sign-in')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  await page.keyboard.type(as)
  await page.keyboard.press('Tab')
  await page.keyboard.type(as === city.account ? city.password : city.accounts[as])
  await page.keyboard.press('Enter')
  await page.locator('#work').waitFor()
}

const wanted = process.argv.slice(2)
const files = readdirSync(here).filter((name) => name.endsWith('.e2e.mjs') && (!wanted.length || wanted.some((one) => name.includes(one))))
mkdirSync(join(here, 'shots'), { recursive: true })
const browser = await chromium.launch({ executablePath: browserPath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
let failed = 0
for (const file of files) {
  const { stories } = await import(pathToFileURL(join(here, file)).href)
  for (const [name, story] of Object.entries(stories)) {
    for (const size of SIZES.filter((one) => !story.sizes || story.sizes.includes(one.name))) {
      const { page, wrong, close } = await open(browser, size)
      const began = Date.now()
      try {
        await story.run({ page, size, signIn: (as) => signIn(page, as), accounts: Object.keys(city.accounts ?? {}), shot: (label) => page.screenshot({ path: join(here, 'shots', `${label}-${size.name}.png`), caret: 'initial' }) })
        if (wrong.length) throw new Error(wrong.join('\n'))
        console.log(`ok    ${name} (${size.name}, ${Date.now() - began} ms)`)
      } catch (error) {
        failed++
        console.log(`FAIL  ${name} (${size.name})\n      ${String(error.message ?? error).replaceAll('\n', '\n      ')}`)
        await page.screenshot({ path: join(here, 'shots', `failed-${name.replace(/\W+/g, '-')}-${size.name}.png`) }).catch(() => {})
      }
      await close()
    }
  }
}
await browser.close()
await city.stop()
process.exit(failed ? 1 : 0)
