// What a hostile caller costs a picker who looks at orders and picks them: alone, and beside a process that sends the corpora
// of hostile documents and frames as fast as they are refused. The same callers at a server that refuses with no work at all
// show what they cost the machine by themselves. `npm run bench hostile`
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import type { Attack } from './lib/attack.js'
import { openPool, startBenchServer } from './lib/bench-database.js'
import { type Closers, withClosers } from './lib/closers.js'
import { fill } from './lib/fill.js'
import { makeToken } from './lib/make-token.js'
import { createPicker } from './lib/pick-orders.js'
import { createPost } from './lib/post.js'
import { cpuMicroseconds } from './lib/process-usage.js'
import { type ServerProcess, startGateway, startServerProcess } from './lib/server-process.js'
import { quantile } from './lib/stats.js'
import { printMachine, printTable } from './lib/table.js'

const live = 30_000
const rounds = 2
const forMs = 8_000
const attacks: readonly Attack[] = ['documents by a token', 'documents by nobody', 'documents on sockets', 'frames']

const told = z.tuple([z.object({ answered: z.number(), told: z.number() })]).rest(z.unknown())

/** Attacks a server until it is stopped; then: answers, those of them that told to wait, CPU of the attacker, µs. */
const startAttack = async (kind: Attack, { url }: ServerProcess, token: string, closers: Closers) => {
  const child = fork(join(import.meta.dirname, 'lib/attack.js'), [url, kind, token])
  closers.add(() => child.kill('SIGKILL'))
  await once(child, 'spawn')
  const pid = child.pid ?? Number.NaN
  return async () => {
    const cpu = cpuMicroseconds(pid)
    const answer = once(child, 'message')
    child.send('stop')
    const [attacked] = told.parse(await answer)
    return { ...attacked, cpu }
  }
}

interface Figures {
  readonly look: number[]
  readonly pick: number[]
  answered: number
  told: number
  attackerCpu: number
  gatewayCpu: number
}

const noFigures = (): Figures => ({ look: [], pick: [], answered: 0, told: 0, attackerCpu: 0, gatewayCpu: 0 })

const run = async (closers: Closers) => {
  const database = await startBenchServer(closers)
  const url = await database.createDatabase('hostile')
  const pool = openPool(url, closers)
  const [warehouse] = await fill(pool, { warehouses: 1, live })
  const [hostile, honest] = [await makeToken(pool, 'hostile'), await makeToken(pool, 'picker')]
  const gateway = await startGateway(url, closers)
  const elsewhere = await startServerProcess(join(import.meta.dirname, 'servers/refusing-server.js'), {}, closers)
  const picker = await createPicker(pool, createPost(gateway.url, closers), honest, warehouse?.id ?? '')

  const measure = async (figures: Figures, kind: Attack | undefined, target: ServerProcess) => {
    const stop = kind && (await startAttack(kind, target, hostile, closers))
    const before = cpuMicroseconds(gateway.pid)
    const { look, pick } = await picker.work(performance.now() + forMs)
    figures.gatewayCpu += cpuMicroseconds(gateway.pid) - before
    figures.look.push(...look)
    figures.pick.push(...pick)
    const attacked = await stop?.()
    figures.answered += attacked?.answered ?? 0
    figures.told += attacked?.told ?? 0
    figures.attackerCpu += attacked?.cpu ?? 0
  }

  await picker.work(performance.now() + forMs)
  const rows = [
    { name: 'alone', attack: undefined, target: gateway },
    ...attacks.map((attack) => ({ name: `beside ${attack}`, attack, target: gateway })),
    ...attacks.map((attack) => ({ name: `${attack}, elsewhere`, attack, target: elsewhere })),
  ].map((row) => ({ ...row, figures: noFigures() }))
  for (let round = 0; round < rounds; round += 1)
    for (const { figures, attack, target } of rows) await measure(figures, attack, target)
  await picker.check()

  const ms = rounds * forMs
  const alone = rows[0]?.figures
  const part = (cpu: number) => cpu / 1_000 / ms
  printTable(
    [
      ...['a picker (ms)', 'looks, p50', 'p95', 'to alone', 'picks, p50', 'p95', 'to alone'],
      ...['answers/s', 'told to wait', 'cores of the callers', 'cores of the gateway'],
    ],
    rows.map(({ name, figures: { look, pick, ...sums } }) => [
      ...[name, quantile(look, 0.5), quantile(look, 0.95), quantile(look, 0.95) / quantile(alone?.look ?? [], 0.95)],
      ...[quantile(pick, 0.5), quantile(pick, 0.95), quantile(pick, 0.95) / quantile(alone?.pick ?? [], 0.95)],
      ...[(sums.answered / ms) * 1_000, `${Math.round((100 * sums.told) / Math.max(1, sums.answered))} %`],
      ...[part(sums.attackerCpu), part(sums.gatewayCpu)],
    ]),
  )
}

printMachine()
await withClosers(run)
