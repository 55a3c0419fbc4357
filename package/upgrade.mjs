// B10 升级与退回：照 README 第八节走一遍——先备份，指向新版，库表自动升级，人都在；退回时旧版不开新库表，用升级前的备份恢复
//
//   node package/upgrade.mjs OLD NEW       two archives that ./huoshui package made, or folders where such are unpacked
//
// Lives in a fresh folder as an operator would. The newer one must have tables the older one does not know, or there is nothing to see.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const [older, newer] = process.argv.slice(2)
if (!older || !newer || !existsSync(older) || !existsSync(newer)) {
  console.error('用法 / usage: node package/upgrade.mjs OLD NEW')
  process.exit(2)
}
const CLERK = 'xinxi'
const folder = mkdtempSync(join(tmpdir(), 'huoshui-upgrade-'))
const link = join(folder, 'huoshui')
const data = join(folder, 'data')
const back = join(folder, 'back')
const backup = join(folder, 'before.backup')
const environment = { ...process.env, HUOSHUI_KEYS: join(folder, 'keys'), HUOSHUI_AOT: 'off', HUOSHUI_JAVA_OPTS: '-Xmx512m -XX:TieredStopAtLevel=1', HUOSHUI_PASSPHRASE: '澜江的春天来得很早很早吧' }
let server = null

try {
  const old = installed(older, 'old')
  const next = installed(newer, 'new')
  pointed(old)
  const password = (await started(data, 'demo', '--people', '300')).accounts.find((each) => each.account === CLERK).password
  const people = await everybody(password)
  assert.ok(people > 200, `${people} people`)
  assert.equal(told('backup', '--json', '--data', data, '--out', backup).people, 300)
  assert.equal(told('verify', backup, '--json').people, 300)
  said('旧版建库、备份，备份核验通过 / the older one made a city and a backup that verifies')

  await stopped()
  pointed(next)
  await started(data, 'serve')
  assert.equal(await everybody(password), people)
  assert.equal(told('verify', '--json', '--data', data).ok, true)
  said('指向新版再启动，库表自动升级，人都在，核验通过 / the newer one opens it, upgrades its tables, everybody is there, it verifies')

  await stopped()
  pointed(old)
  const refused = run('serve', '--port', '0', '--data', data)
  assert.equal(refused.status, 3, `${refused.status}\n${refused.stdout}\n${refused.stderr}`)
  assert.match(refused.stderr, /库表已由较新的程序升级/)
  said('旧版不打开升级过的库表，说明办法 / the older one does not open tables a newer one has changed, and says what to do')

  assert.equal(told('restore', backup, '--json', '--data', back).people, 300)
  await started(back, 'serve')
  assert.equal(await everybody(password), people)
  assert.equal(told('verify', '--json', '--data', back).ok, true)
  await stopped()
  said('旧版把备份恢复到新文件夹，人都在，核验通过 / the older one restored the backup elsewhere, everybody is there, it verifies')

  pointed(next)
  assert.equal(told('verify', '--json', '--data', data).ok, true)
  assert.equal(told('restore', backup, '--json', '--data', join(folder, 'forward')).people, 300)
  said('新版仍打开升级过的数据，也能恢复旧版的备份 / the newer one still opens what it upgraded, and restores the older one’s backup')
} catch (wrong) {
  console.log(`✘ ${wrong.stack ?? wrong}`)
  process.exitCode = 1
} finally {
  await stopped()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

function said(what) {
  console.log(`✔ ${what}`)
}

/** Where it is unpacked. */
function installed(place, name) {
  if (statSync(place).isDirectory()) return resolve(place)
  const into = join(folder, name)
  mkdirSync(into)
  assert.equal(spawnSync('tar', ['-xzf', resolve(place), '-C', into], { stdio: 'inherit' }).status, 0, `${place} does not unpack`)
  return join(into, readdirSync(into)[0])
}

/** As ln -sfnT does. */
function pointed(at) {
  rmSync(link, { force: true })
  symlinkSync(at, link)
}

function run(...words) {
  return spawnSync(join(link, 'huoshui'), words, { env: environment, cwd: folder, encoding: 'utf8', timeout: 600_000 })
}

function told(...words) {
  const answer = run(...words)
  assert.equal(answer.status, 0, `${words.join(' ')}\n${answer.stdout}\n${answer.stderr}`)
  return JSON.parse(answer.stdout)
}

async function started(where, ...words) {
  const log = join(folder, 'server.log')
  const child = spawn(join(link, 'huoshui'), [...words, '--json', '--port', '0', '--data', where], { env: environment, cwd: folder, stdio: ['ignore', 'pipe', openSync(log, 'a')] })
  server = child
  const answer = await new Promise((resolve, reject) => {
    let heard = ''
    child.once('exit', (code) => reject(new Error(`${words[0]} ended with ${code}\n${heard}\n${readFileSync(log, 'utf8')}`)))
    child.stdout.on('data', (piece) => {
      heard += piece
      if (heard.startsWith('{') && heard.includes('\n')) resolve(JSON.parse(heard))
    })
  })
  server.address = answer.address
  return answer
}

async function stopped() {
  if (!server || server.exitCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await gone
}

/** How many the clerk finds. */
async function everybody(password) {
  const cookies = new Map()
  const ask = async (path, body) => {
    const headers = { Cookie: [...cookies].map((each) => each.join('=')).join('; '), 'Content-Type': 'application/json', 'X-XSRF-TOKEN': cookies.get('XSRF-TOKEN') ?? '' }
    const answer = await fetch(server.address.replace(/\/$/, '') + path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers })
    for (const each of answer.headers.getSetCookie()) cookies.set(...each.split(';')[0].split(/=(.*)/s).slice(0, 2))
    return answer
  }
  await ask('/api/v1/clock')
  assert.ok((await ask('/api/v1/sessions', { account: CLERK, password })).ok, 'signed in')
  return (await (await ask('/api/v1/people/searches', {})).json()).total
}
