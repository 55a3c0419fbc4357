import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SECTION = 'linzhiyuan'
const PATIENCE = 15 * 60_000

/** A demo city of its own in a folder of its own, seen as a cadre section sees it; stopped and removed afterwards. */
export async function demoCity(door) {
  const data = mkdtempSync(join(tmpdir(), 'huoshui-e2e-'))
  const server = spawn(door, ['demo', '--data', data, '--port', '0', '--people', '300', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((resolve) => server.once('exit', resolve))
  const stop = async () => {
    server.kill('SIGTERM')
    await gone
    rmSync(data, { recursive: true, force: true })
  }
  try {
    const url = await address(server)
    const accounts = passwords(join(data, 'demo-accounts.json'))
    if (!accounts[SECTION]) throw new Error(`the demo city has no account ${SECTION}`)
    return { url, account: SECTION, password: accounts[SECTION], accounts, stop }
  } catch (wrong) {
    await stop()
    throw wrong
  }
}

/** The first JSON document on its standard output names the address. */
function address(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => reject(new Error(`the demo city did not open in time: ${said}`)), PATIENCE)
    server.once('exit', (code) => reject(new Error(`the demo city ended with ${code}: ${said}`)))
    server.stdout.on('data', (chunk) => {
      said += chunk
      const found = /"address"\s*:\s*"([^"]+)"/.exec(said)
      if (!found) return
      clearTimeout(late)
      resolve(found[1].replace(/\/$/, ''))
    })
  })
}

/** Account → password, one of each role. */
function passwords(file) {
  return Object.fromEntries(JSON.parse(readFileSync(file, 'utf8')).map((one) => [one.account, one.password]))
}
