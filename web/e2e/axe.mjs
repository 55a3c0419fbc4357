import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Read into the page by the debugger, so that the page's own content policy stays in force.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// Experimental in axe, and it reads the title of a drawn bar twice, so that no name could satisfy it.
const rules = { 'label-content-name-mismatch': { enabled: false } }

/** Boxes of the printed form are as large as the form prints them, which WCAG 2.5.8 allows; each has a twin among the facts. */
const PRINTED = '[contenteditable]'

/** Throws with every accessibility fault (WCAG 2.2 AA and best practice) of the page as it stands. */
export async function accessible(page) {
  await page.evaluate(axe)
  const found = await page.evaluate(
    ([rules, printed]) => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules }).then((all) => ({
      violations: all.violations
        .map((one) => (one.id === 'target-size' ? { ...one, nodes: one.nodes.filter((node) => !document.querySelector(node.target[0])?.matches(printed)) } : one))
        .filter((one) => one.nodes.length),
    })),
    [rules, PRINTED],
  )
  const said = found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(' | ')}`)
  if (said.length) throw new Error(`${new URL(page.url()).pathname} ${said.join('\n')}`)
}
