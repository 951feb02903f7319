import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ANALYST_ROLE, APP_ROLE, createPool, findRoles } from '../../gateway/storage/pool.js'
import type { StorageDeps } from '../../gateway/storage/deps.js'
import { holdsOwnership } from '../../gateway/storage/migrate.js'
import { bringOrders, makeWarehouse, wbOrder } from '../../gateway/test/support/warehouse.js'
import { createPrisma } from '../../prisma/client.js'
import { type Cluster, openCluster } from './cluster.js'
import { prepareRoot, type Service } from './host.js'

const prepared = await prepareRoot(fileURLToPath(new URL('../../node_modules/.cache/database-root', import.meta.url)))
const skip = 'skip' in prepared ? prepared.skip : undefined

describe.skipIf(skip)(`backups${skip ? ` (${skip})` : ''}`, () => {
  let cluster: Cluster
  let schedule: Service
  let account: string
  const article = `plain-to-see-${randomUUID()}`

  /** Works as the gateway does, through its login. */
  const asGateway = async <T>(work: (deps: StorageDeps) => Promise<T>): Promise<T> => {
    const pool = createPool(cluster.gatewayUrl)
    const prisma = createPrisma(pool)
    try {
      return await work({ pool, prisma, onCommit: () => undefined })
    } finally {
      await prisma.$disconnect()
      await pool.end()
    }
  }
  const bring = (count: number) =>
    asGateway((deps) =>
      bringOrders(
        deps,
        account,
        Array.from({ length: count }, () => wbOrder({ article })),
      ),
    )
  const wrongKey = { BACKUP_KEY_FILE: '/run/secrets/owner-password' }
  const askBackup = async (sql: string) =>
    (
      await cluster.does(['psql', '-h', '/var/run/postgresql', '-U', 'wba_backup', '-d', 'postgres', '-Atc', sql])
    ).trim()
  const metric = async (name: string): Promise<number> => {
    const text = await cluster.does(['bash', '-c', 'cat /var/lib/wba-backup/metrics/*.prom'])
    const line = text.split('\n').find((line) => line.startsWith(`${name} `))
    return line === undefined ? Number.NaN : Number(line.split(' ').at(-1))
  }
  const drilled = 'wba_backup_last_success_timestamp_seconds{kind="drill"}'

  beforeAll(async () => {
    if ('skip' in prepared) return
    cluster = await openCluster(prepared.root)
    account = (await asGateway((deps) => makeWarehouse(deps))).account.id
    await bring(50)
    schedule = cluster.host.start(['backup', 'schedule'])
    await vi.waitUntil(async () => (await metric(drilled).catch(() => 0)) > 0, { timeout: 120_000, interval: 500 })
  })
  afterAll(() => cluster?.close())

  test('the gateway’s login acts for the application and for analysts, and changes no table’s shape', async () => {
    expect(await holdsOwnership(cluster.gatewayUrl)).toBe(false)
    expect(await findRoles(cluster.gatewayUrl)).toEqual({ app: APP_ROLE, analyst: ANALYST_ROLE })
  })

  test('the cluster checks its pages, and knows Russian letters', async () => {
    const [row] = await cluster.ask(
      `SELECT current_setting('data_checksums') AS checksums, cardinality(show_trgm('привет')) AS trigrams, 'Я' ILIKE 'я' AS folds`,
    )
    expect(row).toEqual({ checksums: 'on', trigrams: 7, folds: true })
  })

  test('backup, dump and drill come by themselves, and the drill says RTO and RPO', async () => {
    for (const kind of ['full', 'dump', 'drill'])
      expect(await metric(`wba_backup_last_success_timestamp_seconds{kind="${kind}"}`)).toBeGreaterThan(0)
    const [rto, rpo] = [await metric('wba_restore_drill_rto_seconds'), await metric('wba_restore_drill_rpo_seconds')]
    process.stdout.write(`drill: RTO ${rto} s, RPO ${rpo} s\n`)
    expect(rto).toBeLessThan(60)
    expect(rpo).toBeLessThan(60)
    expect(await cluster.does(['backup', 'list'])).toMatch(
      /full backup: [\s\S]*any time since 20[\s\S]*wba-\S+\.dump\.enc/,
    )
  })

  test('what is written after a restart is in the archive within a minute too', { timeout: 120_000 }, async () => {
    await cluster.down()
    await cluster.up()
    await bring(1)
    const [written] = await cluster.ask('SELECT pg_walfile_name(pg_current_wal_lsn()) AS segment')
    const archived = () => askBackup('SELECT last_archived_wal FROM pg_stat_archiver')
    await vi.waitUntil(async () => (await archived()) >= String(written?.['segment']), {
      timeout: 60_000,
      interval: 500,
    })
  })

  test('nothing in the repository can be read without the key', async () => {
    // What is compressed shows no words either: this one is not.
    await cluster.does(['backup', 'full'], { PGBACKREST_COMPRESS_TYPE: 'none' })
    const holding = async (folder: string) =>
      Number((await cluster.host.asRoot(`grep -rlF ${article} ${folder} | wc -l`)).output)
    expect(await holding('/var/lib/postgresql')).toBeGreaterThan(0)
    expect(await holding('/var/lib/pgbackrest')).toBe(0)
    // Bundles hold many files and have no head of their own.
    const { output } = await cluster.host.asRoot(
      `find /var/lib/pgbackrest -type f -not -path '*/bundle/*' -exec sh -c 'head -c 8 "$1"; echo' - {} ';' | sort -u`,
    )
    expect(output).toBe('Salted__\n')
  })

  test('a wrong key is refused with words', async () => {
    const words = /The key does not open these backups: BACKUP_KEY_FILE/
    expect(await cluster.refuses(['backup', 'list'], wrongKey)).toMatch(words)
    expect(await cluster.refuses(['backup', 'now'], wrongKey)).toMatch(words)
    expect(await cluster.refuses(['backup', 'read-dump'], wrongKey)).toMatch(/does not open this dump/)
    await cluster.does(['backup', 'now'])
  })

  test('an empty or missing secret stops with its name', async () => {
    for (const name of ['OWNER_PASSWORD_FILE', 'GATEWAY_PASSWORD_FILE', 'BACKUP_KEY_FILE']) {
      expect(await cluster.refuses(['start-database'], { [name]: '/dev/null' })).toContain(
        `${name}: /dev/null is empty`,
      )
      expect(await cluster.refuses(['start-database'], { [name]: '' })).toContain(`${name} is not set`)
    }
  })

  test('nothing is restored over a running database, and no second server runs on its data', async () => {
    expect(await cluster.refuses(['restore', '--latest', '--yes'])).toContain('The database is running')
    expect(await cluster.refuses(['start-database'])).toContain('Another container works on this data')
    expect(await cluster.ask('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('a backup that is killed in the middle is made again by the next one', async () => {
    const killed = cluster.host.start(['backup', 'full'])
    await cluster.host.asRoot(
      // In brackets, or the search would find itself.
      'while :; do for p in /proc/[0-9]*; do grep -qzx -e "--type=ful[l]" $p/cmdline 2>/dev/null && kill -9 ${p#/proc/} && exit; done; done',
    )
    expect((await killed.ended).output).toContain('full: FAILED')
    expect(await cluster.does(['backup', 'full'])).toContain('full: ok')
  })

  test('a full archive keeps nobody from working, raises its figures, and is made up for', async () => {
    await cluster.does(['/usr/local/lib/wba-database/jobs/measure-archive'])
    const before = await metric('wba_wal_archive_failures_total')
    await cluster.host.asRoot(
      'fallocate -l $(df --output=avail -B1 /var/lib/pgbackrest | tail -1) /var/lib/pgbackrest/full',
    )
    expect(await bring(5)).toHaveLength(5)
    await askBackup('SELECT pg_switch_wal()')
    const measure = async (name: string) => {
      await cluster.does(['/usr/local/lib/wba-database/jobs/measure-archive'])
      return metric(name)
    }
    await expect.poll(() => measure('wba_wal_archive_failures_total'), { timeout: 20_000 }).toBeGreaterThan(before)
    expect(await metric('wba_wal_waiting')).toBeGreaterThan(0)
    await cluster.host.asRoot('rm /var/lib/pgbackrest/full')
    await expect.poll(() => measure('wba_wal_waiting'), { timeout: 90_000, interval: 500 }).toBe(0)
  })

  test('a full disk of the data refuses what it cannot keep, and keeps what it acknowledged', async () => {
    const count = async () => (await cluster.ask('SELECT count(*)::int AS n FROM orders'))[0]?.['n']
    let acknowledged = Number(await count())
    const free = (path: string) => `$(df --output=avail -B1 ${path} | tail -1)`
    await cluster.host.asRoot(`fallocate -l ${free('/var/lib/postgresql')} /var/lib/postgresql/full`)
    const refused = await vi.waitUntil(
      async () => {
        try {
          acknowledged += (await bring(200)).length
        } catch (error) {
          return error
        }
        return undefined
      },
      { timeout: 60_000, interval: 10 },
    )
    expect(refused).toBeInstanceOf(Error)
    await cluster.host.asRoot('rm /var/lib/postgresql/full')
    await cluster.restarted()
    expect(Number(await count())).toBeGreaterThanOrEqual(acknowledged)
    expect(await bring(1)).toHaveLength(1)
  })

  test('a drill fails when the archive is damaged, and says so', async () => {
    await schedule.stop('SIGTERM')
    // The bytes in the middle of the newest backup's largest bundle.
    const bundle = '$(find /var/lib/pgbackrest/backup -path "*/bundle/*" -size +1M | sort | tail -1)'
    await cluster.host.asRoot(
      `b=${bundle}; echo $b >/tmp/bundle; cp $b /tmp/whole; dd if=/dev/urandom of=$b bs=1k seek=500 count=50 conv=notrunc`,
    )
    const drill = cluster.host.start(['backup', 'drill'])
    // Help that a real drill does not get: here its wait for the archive is of no interest.
    while (drill.running()) await askBackup('SELECT pg_switch_wal() FROM pg_sleep(1)')
    expect((await drill.ended).output).toContain('drill: FAILED')
    expect(await metric('wba_backup_last_try_failed{kind="drill"}')).toBe(1)
    await cluster.host.asRoot('cat /tmp/whole >"$(cat /tmp/bundle)"')
    schedule = cluster.host.start(['backup', 'schedule'])
  })

  test('a table dropped by mistake comes back as it was at the second before', async () => {
    await cluster.ask('CREATE TABLE canary (n int, at timestamptz DEFAULT clock_timestamp())')
    const write = async (from: number) => {
      for (let n = from; n < from + 3; n++) {
        await cluster.ask('INSERT INTO canary SELECT $1 FROM pg_sleep(1)', [n])
        await bring(20)
      }
    }
    await write(1)
    const counted = 'SELECT count(*)::int AS orders, clock_timestamp()::text AS moment FROM orders'
    const [then] = await cluster.ask(counted)
    await write(4)
    const epochs = () => cluster.ask('SELECT warehouse_id, epoch FROM stream_head ORDER BY 1')
    const before = await epochs()
    await cluster.ask('DROP TABLE canary')

    await schedule.stop('SIGTERM')
    await cluster.down()
    expect(await cluster.refuses(['restore', '--latest', '--yes'], wrongKey)).toContain('The key does not open')
    expect(await cluster.refuses(['restore', '--to', '2020-01-01', '--yes'])).toContain('No backup is as old as')
    const said = await cluster.does(['restore', '--to', String(then?.['moment']), '--yes'])
    process.stdout.write(said)
    await cluster.up()

    expect(await cluster.ask('SELECT n FROM canary ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    expect(await cluster.ask('SELECT count(*)::int AS n FROM orders')).toEqual([{ n: then?.['orders'] }])
    const after = await epochs()
    expect(after.map((row) => row['warehouse_id'])).toEqual(before.map((row) => row['warehouse_id']))
    expect(after).not.toEqual(before)
    expect(await bring(1)).toHaveLength(1)

    // What the restore has cut off is on the timeline before it.
    await cluster.down()
    await cluster.does(['restore', '--latest', '--timeline', '1', '--yes'])
    await cluster.up()
    expect(await cluster.ask(`SELECT to_regclass('canary') AS canary`)).toEqual([{ canary: null }])
    await cluster.does(['backup', 'full'])
    schedule = cluster.host.start(['backup', 'schedule'])
  })

  test('no empty database is made in the place of a lost one', async () => {
    await schedule.stop('SIGTERM')
    await cluster.down()
    await cluster.host.asRoot('rm -rf /var/lib/postgresql/*')
    expect(await cluster.refuses(['start-database'])).toContain('There are backups, but the data is gone')
    await cluster.does(['restore', '--latest', '--yes'])
    await cluster.up()
    expect((await bring(1)).length).toBe(1)
    schedule = cluster.host.start(['backup', 'schedule'])
  })
})
