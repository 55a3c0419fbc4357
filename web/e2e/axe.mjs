import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Read into the page by the debugger, so that the page's own content policy stays in force.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// Experimental in axe, and it reads the title of a drawn bar twice, so that no name could satisfy it.
const rules = { 'label-content-name-mismatch': { enabled: false } }

/** Throws with every accessibility fault (WCAG 2.2 AA and best practice) of the page as it stands. */
export async function accessible(page) {
  await page.evaluate(axe)
  const found = await page.evaluate(
    (rules) => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules }),
    rules,
  )
  const said = found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(' | ')}`)
  if (said.length) throw new Error(`${new URL(page.url()).pathname} ${said.join('\n')}`)
}
