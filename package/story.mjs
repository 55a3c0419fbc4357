// B10 离线安装包：解开即用——无网络、无 Java、无 Maven、无 Node，建库、登录、导入、打印、备份、核验、再启动，安装处一字不写
//
//   node package/story.mjs ARCHIVE       the archive that ./huoshui package made
//
// Unpacks it into a fresh folder and lives there as an operator would: in a network without a route, where the build tools, the
// typefaces of the machine and the repository itself are covered by empty folders, the installation is read-only, and the PATH holds
// only what the README asks of the machine. Where the machine allows no such namespace it says so and runs without.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { homedir, networkInterfaces, tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const SELF = fileURLToPath(import.meta.url)
const REPOSITORY = dirname(dirname(SELF))

/** All that the archive asks of the machine besides the C library. */
const TOOLS = ['bash', 'sh', 'env', 'cat', 'chown', 'cksum', 'dirname', 'find', 'getconf', 'head', 'id', 'locale', 'mkdir', 'mv', 'nice',
  'readlink', 'rm', 'sed', 'setpriv', 'sha256sum', 'sleep', 'sort', 'stat', 'test', 'tr', 'uname', 'unshare']

/** What a machine without internet does not have; empty folders are laid over them. */
const ABSENT = [process.env.JAVA_HOME, '/usr/lib/jvm', '/usr/share/maven', join(homedir(), '.m2'), join(homedir(), '.npm'), '/usr/share/fonts',
  '/usr/local/share/fonts', join(homedir(), '.fonts'), '/etc/fonts', join(REPOSITORY, 'server'), join(REPOSITORY, 'web')]

/** Whatever is started within ends with it. */
const ALONE = ['--fork', '--kill-child', '--mount-proc']

const CLERK = 'xinxi'
/** Three hundred cadres, the twenty-four talents who are none, and the one brought in here. */
const EVERYBODY = 325
const PASSPHRASE = '澜江的春天来得很早很早吧'
const PATIENCE = 300_000

/** For commands that are over in seconds. */
const BRIEF = { HUOSHUI_AOT: 'off', HUOSHUI_JAVA_OPTS: '-XX:TieredStopAtLevel=1' }

// --- around it --------------------------------------------------------------------------------------------------------

async function outside(archive) {
  if (!archive || !existsSync(archive)) {
    console.error('用法 / usage: node package/story.mjs ARCHIVE.tar.gz')
    process.exit(2)
  }
  const folder = mkdtempSync(join(tmpdir(), 'huoshui-package-'))
  chmodSync(folder, 0o711)
  let code = 1
  try {
    refused(resolve(archive), folder)
    const unpacked = spawnSync('tar', ['-xzf', resolve(archive), '-C', folder], { stdio: 'inherit' })
    assert.equal(unpacked.status, 0, 'the archive does not unpack')
    const [installed] = readdirSync(folder)
    const place = { folder, installed: join(folder, installed), isolated: true }
    lay(join(folder, 'tools'))
    code = await enter(place)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.exit(code)
}

/** What cannot be done is said before anything is built, in both languages, and what is there stays as it is. */
function refused(archive, folder) {
  const before = statSync(archive)
  const elsewhere = join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  writeFileSync(join(elsewhere, 'uname'), '#!/bin/sh\ncase $1 in -m) echo aarch64 ;; *) echo Linux ;; esac\n', { mode: 0o755 })
  const away = { PATH: `${elsewhere}${delimiter}${process.env.PATH}` }
  const door = join(REPOSITORY, 'huoshui')
  const installed = join(REPOSITORY, 'package', 'huoshui')
  for (const [program, words, code, said, environment] of [
    [door, ['package', '--nonsense'], 2, /没有这样的选项.*no such option/],
    [door, ['package', '--out'], 2, /缺少文件名.*needs a file/],
    [door, ['package', '--out', join(folder, 'a.zip')], 2, /须以 \.tar\.gz 结尾/],
    [door, ['package', '--out', archive], 1, /已存在，不覆盖[^]*is not overwritten/],
    [door, ['package', '--out', join(folder, 'nowhere', 'a.tar.gz')], 3, /没有这个文件夹[^]*no such folder/],
    [door, ['package', '--out', join(folder, 'a.tar.gz')], 3, /aarch64[^]*can only be made on Linux x86-64/, away],
    [installed, ['serve'], 3, /安装不完整[^]*Incomplete/],
    [installed, ['serve'], 3, /aarch64[^]*This archive is for Linux x86-64/, away],
    [installed, ['nonsense'], 2, /没有这个命令/],
  ]) {
    const answer = spawnSync(program, words, { encoding: 'utf8', cwd: folder, env: { ...process.env, ...environment } })
    assert.equal(answer.status, code, `${words.join(' ')}\n${answer.stderr}`)
    assert.match(answer.stderr, said)
    assert.equal(answer.stdout, '')
  }
  assert.equal(statSync(archive).mtimeMs, before.mtimeMs)
  assert.deepEqual(readdirSync(folder), ['elsewhere'])
  rmSync(elsewhere, { recursive: true })
  console.log('✔ 做不了的先说清楚，已有的不动 / what cannot be done is said first, what is there stays')
}

function lay(tools) {
  mkdirSync(tools)
  for (const each of TOOLS) {
    const found = (process.env.PATH ?? '').split(delimiter).map((path) => join(path, each)).find((path) => existsSync(path))
    if (found) symlinkSync(found, join(tools, each))
  }
}

/** As an ordinary account where that is allowed; as root of the machine otherwise; and without any wall as a last resort. */
function enter(place) {
  const absent = ABSENT.filter((each) => each && existsSync(each))
  const walls = ['-rnmp', '-nmp'].find(
    (how) => spawnSync('unshare', [how, ...ALONE, 'sh', '-c', 'mount -t tmpfs none /mnt && ip link set lo up'], { stdio: 'ignore' }).status === 0)
  const script = `set -e
    ip link set lo up
    mount --bind "$1" "$1"
    mount -o remount,bind,ro "$1" 2>/dev/null || mount -o remount,bind,ro,nosuid,nodev "$1" # flags of the place below may be locked
    shift
    words=$1; shift
    for each in "$@"; do mount -t tmpfs none "$each"; done
    "$NODE" "$SELF" --inside "$words" || exit $? # the shell stays: it is the first process here and takes in orphans
    exit 0`
  const environment = { ...process.env, NODE: process.execPath, SELF }
  if (walls) {
    return ended(spawn('unshare', [walls, ...ALONE, 'sh', '-c', script, 'sh', place.installed, JSON.stringify(place), ...absent], { stdio: 'inherit', env: environment, cwd: '/' }))
  }
  console.log('！本机不许建立网络命名空间（unshare）或没有 ip、mount：在有网络的环境里运行，断网一项未证明。')
  console.log('! No network namespace can be made here (unshare, ip, mount): running with the network on, its absence is NOT proven.')
  if (process.env.HUOSHUI_UNPROVEN) writeFileSync(process.env.HUOSHUI_UNPROVEN, '')
  return ended(spawn(process.execPath, [SELF, '--inside', JSON.stringify({ ...place, isolated: false })], { stdio: 'inherit', cwd: '/' }))
}

function ended(child) {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

// --- the story --------------------------------------------------------------------------------------------------------

async function inside({ folder, installed, isolated }) {
  const data = join(folder, 'house')
  const keys = join(folder, 'keys')
  const out = (name) => join(folder, name)
  const environment = { PATH: join(folder, 'tools'), HOME: folder, LANG: 'C.UTF-8', HUOSHUI_KEYS: keys, HUOSHUI_REHEARSE_AFTER: '15', HUOSHUI_REHEARSE_NICE: '0' }
  const door = join(installed, 'huoshui')
  let server

  /** A command of the front door to its end. */
  const run = (words, more = {}) => {
    const answer = spawnSync(door, words, { env: { ...environment, ...BRIEF, ...more }, cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 })
    return { code: answer.status, told: answer.stdout, complained: answer.stderr }
  }
  const well = (words, more) => {
    const answer = run(words, more)
    assert.equal(answer.code, 0, `${words.join(' ')}\n${answer.told}\n${answer.complained}`)
    return JSON.parse(answer.told)
  }
  const start = async (...words) => {
    const began = Date.now()
    const log = out(`${words[0]}.log`)
    const child = spawn(door, [...words, '--json', '--port', '0', '--data', data], { env: environment, cwd: folder, stdio: ['ignore', 'pipe', openSync(log, 'a')] })
    const told = await new Promise((resolve, reject) => {
      let said = ''
      const late = setTimeout(() => child.kill('SIGTERM'), PATIENCE)
      child.once('exit', (code) => reject(new Error(`${words[0]} ended with ${code}\n${said}\n${readFileSync(log, 'utf8')}`)))
      child.stdout.on('data', (piece) => {
        said += piece
        if (!said.includes('\n')) return
        clearTimeout(late)
        resolve(JSON.parse(said))
      })
    })
    const visitor = new Visitor(told.address)
    server = { child, told, visitor }
    assert.equal((await visitor.get('/')).status, 200)
    console.log(`      ${((Date.now() - began) / 1000).toFixed(1)} s`)
  }
  const stop = async () => {
    const postgres = JSON.parse(readFileSync(join(data, 'run.json'), 'utf8')).pid
    const gone = ended(server.child)
    server.child.kill('SIGTERM')
    await gone
    assert.ok(!existsSync(`/proc/${postgres}`), 'PostgreSQL is left running')
  }

  await tell('每个文件都与两份核对清单一致 / every file is as both lists of digests say', () => {
    same(installed)
    const checked = spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: installed, env: environment, encoding: 'utf8' })
    assert.equal(checked.status, 0, checked.stdout + checked.stderr)
  })

  await tell('这里没有网络、Java、Maven、Node，没有系统字体 / no network, no Java, Maven, Node, no typefaces here', async () => {
    for (const each of ['java', 'javac', 'mvn', 'node', 'npm', 'psql', 'curl']) assert.ok(!existsSync(join(folder, 'tools', each)), each)
    if (!isolated) return
    assert.deepEqual([...new Set(Object.keys(networkInterfaces()))], ['lo'])
    assert.match(await reached('192.0.2.1'), /ENETUNREACH/)
    for (const each of ABSENT.filter((each) => each && existsSync(each))) assert.deepEqual(readdirSync(each), [], each)
    assert.throws(() => writeFileSync(join(installed, 'written'), ''), /EROFS/)
  })

  await tell('入口说明自己会什么，不会的说清楚 / the door says what it can do, and what it cannot', () => {
    assert.match(run(['help']).told, /离线安装包/)
    assert.match(run(['version']).told, /^huoshui \d/)
    const test = run(['test'])
    assert.equal(test.code, 2)
    assert.match(test.complained, /属于源代码/)
    assert.equal(run(['serve', '--nonsense']).code, 2)
    assert.match(run(['help', 'backup']).told, /--out/)
  })

  await tell('首次启动，建成一座 300 人的城市 / the first start makes a city of 300', async () => {
    await start('demo', '--people', '300')
  })
  const password = server.told.accounts.find((each) => each.account === CLERK).password

  await tell('页面齐全，不向别处要任何东西 / the page is whole and asks nothing of anywhere else', async () => {
    const page = await (await server.visitor.get('/')).text()
    assert.doesNotMatch(page, /https?:\/\//)
    const parts = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((each) => each[1])
    assert.ok(parts.length >= 2, page)
    for (const each of parts) assert.equal((await server.visitor.get(each)).status, 200, each)
  })

  await tell('登录，查到全部的人 / signed in, everybody is found', async () => {
    const wrong = await server.visitor.post('/api/v1/sessions', { account: CLERK, password: 'not this one' })
    assert.equal(wrong.status, 401)
    const right = await server.visitor.post('/api/v1/sessions', { account: CLERK, password })
    assert.ok(right.status < 300, await right.text())
    const found = await server.visitor.found({})
    assert.ok(found.total > 200, JSON.stringify(found).slice(0, 400))
  })

  const asClerk = { HUOSHUI_PASSWORD: password }
  const house = ['--json', '--data', data]
  let person
  await tell('导出任免表，改名后导入为新的一人，照片在 / a form goes out and, renamed, comes in as somebody new with a photo', async () => {
    const { items } = await server.visitor.found({ size: 20 })
    well(['export', ...house, '--as', CLERK, '--format', 'lrmx', '--out', out('forms'), ...items.slice(0, 15).flatMap((each) => ['--person', each.id])], asClerk)
    const forms = readdirSync(out('forms')).map((each) => readFileSync(join(out('forms'), each), 'utf8'))
    const form = forms.find((each) => each.includes('<ZhaoPian>/9j/'))
    assert.ok(form, 'nobody of fifteen has a photo')
    mkdirSync(out('incoming'))
    writeFileSync(join(out('incoming'), '新来的.lrmx'), renamed(form, '欧阳离线'))
    const read = well(['import', ...house, '--as', CLERK, out('incoming')], asClerk)
    assert.equal(read.totals.new, 1, JSON.stringify(read))
    const found = await server.visitor.found({ text: '欧阳离线' })
    assert.equal(found.total, 1)
    person = found.items[0].id
    const photo = await server.visitor.get(`/api/v1/people/${person}/photo`)
    assert.equal(photo.headers.get('content-type'), 'image/jpeg')
    assert.equal(Buffer.from(await photo.arrayBuffer()).toString('hex', 0, 2), 'ffd8')
  })

  await tell('任免表印成 PDF，字体在其中 / the form prints as PDF with its typefaces within', () => {
    well(['export', ...house, '--as', CLERK, '--format', 'pdf', '--out', out('form.pdf'), '--person', person], asClerk)
    const pdf = readFileSync(out('form.pdf'), 'latin1')
    assert.match(pdf, /^%PDF-/)
    assert.match(pdf, /NotoS(erif|ans)SC/)
    assert.ok(pdf.length > 20_000, `${pdf.length} bytes`)
  })

  await tell('备份，核验备份与留痕 / backed up; backup and journal verified', () => {
    const made = well(['backup', ...house, '--out', out('house.backup')], { HUOSHUI_PASSPHRASE: PASSPHRASE })
    assert.equal(made.people, EVERYBODY)
    assert.equal(well(['verify', out('house.backup'), '--json'], { HUOSHUI_PASSPHRASE: PASSPHRASE }).people, EVERYBODY)
    assert.equal(well(['verify', ...house]).ok, true)
  })

  await tell('旁边做好了启动缓存 / the cache for later starts was made beside it', async () => {
    const began = Date.now()
    while (!readdirSync(join(data, 'aot')).some((each) => each.endsWith('.aot'))) {
      if (Date.now() - began > 2 * PATIENCE) assert.fail(`no cache was made\n${readFileSync(join(data, 'aot', 'rehearsal.log'), 'utf8')}`)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  })

  await tell('停下，再次启动用上缓存，人都在 / stopped; the next start uses the cache and everybody is there', async () => {
    await stop()
    await start('serve')
    assert.match(readFileSync(`/proc/${server.told.pid}/cmdline`, 'utf8'), /-XX:AOTCache=/)
    assert.match(readFileSync(`/proc/${server.told.pid}/maps`, 'utf8'), /\.aot\n/)
    await server.visitor.post('/api/v1/sessions', { account: CLERK, password })
    assert.equal((await server.visitor.found({ text: '欧阳离线' })).total, 1)
    await stop()
  })

  await tell('安装处一字未写 / nothing was written where it is installed', () => same(installed))

  console.log(isolated ? '在无路由的网络命名空间中通过 / passed in a network namespace without a route' : '通过，但未隔离网络 / passed, but NOT cut off from the network')
  process.exit(0)

  async function tell(what, how) {
    const began = Date.now()
    try {
      await how()
      console.log(`✔ ${what} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
    } catch (wrong) {
      console.log(`✘ ${what}\n${wrong.stack ?? wrong}`)
      server?.child.kill('SIGTERM')
      if (server) await ended(server.child)
      process.exit(1)
    }
  }
}

// --- its means --------------------------------------------------------------------------------------------------------

/** Somebody at a browser of their own: keeps cookies, sends the token against forged requests. */
class Visitor {
  #cookies = new Map()

  constructor(address) {
    this.address = address.replace(/\/$/, '')
  }

  get(path) {
    return this.#send(path, { headers: {} })
  }

  async post(path, body) {
    if (!this.#cookies.has('XSRF-TOKEN')) await this.get('/api/v1/clock')
    return this.#send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': this.#cookies.get('XSRF-TOKEN') ?? '' },
      body: JSON.stringify(body),
    })
  }

  async found(asked) {
    const answer = await this.post('/api/v1/people/searches', asked)
    assert.equal(answer.status, 200)
    return answer.json()
  }

  async #send(path, request) {
    request.headers.Cookie = [...this.#cookies].map((each) => each.join('=')).join('; ')
    request.headers.Accept = 'application/json, application/problem+json, */*'
    const answer = await fetch(this.address + path, request)
    for (const each of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(each)
      this.#cookies.set(name, value)
    }
    return answer
  }
}

/** The installation is exactly what its own lists say: nothing changed, nothing missing, nothing added. */
function same(installed) {
  const sha256 = new Map(lines(installed, 'SHA256SUMS').map((each) => [each.slice(66), each.slice(0, 64)]))
  const sm3 = new Map(lines(installed, 'SM3SUMS').map((each) => /^SM3 \((.*)\) = ([0-9a-f]{64})$/.exec(each).slice(1)))
  const found = files(installed).filter((each) => each !== 'SHA256SUMS' && each !== 'SM3SUMS')
  assert.deepEqual(found.sort(), [...sha256.keys()].sort())
  assert.deepEqual([...sm3.keys()].sort(), [...sha256.keys()].sort())
  for (const each of found) {
    const content = readFileSync(join(installed, each))
    assert.equal(createHash('sha256').update(content).digest('hex'), sha256.get(each), each)
    assert.equal(createHash('sm3').update(content).digest('hex'), sm3.get(each), each)
  }
}

function lines(installed, name) {
  return readFileSync(join(installed, name), 'utf8').trimEnd().split('\n')
}

function files(root, below = '') {
  return readdirSync(join(root, below)).flatMap((each) => {
    const found = lstatSync(join(root, below, each))
    if (found.isDirectory()) return files(root, join(below, each))
    return found.isFile() ? [join(below, each)] : []
  })
}

/** Why nothing out there answers. */
function reached(address) {
  return new Promise((resolve) => {
    const socket = createConnection({ host: address, port: 80, timeout: 5000 })
    socket.once('error', (error) => resolve(error.code))
    socket.once('timeout', () => resolve('timeout'))
    socket.once('connect', () => resolve('connected'))
  })
}

/** The same form of somebody else: another name, another number with the birth the form gives. */
function renamed(form, name) {
  const birth = /<ChuShengNianYue>(\d{6})/.exec(form)[1]
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sex = /<XingBie>男/.test(form) ? 1 : 2
  const body = `990101${birth}0188${sex}`
  const number = body + '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11]
  return form.replace(/<XingMing>[^<]*</, `<XingMing>${name}<`).replace(/<ShenFenZheng>[^<]*<\/ShenFenZheng>|<ShenFenZheng ?\/>/, `<ShenFenZheng>${number}</ShenFenZheng>`)
}

if (process.argv[2] === '--inside') await inside(JSON.parse(process.argv[3]))
else await outside(process.argv[2])
