import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { startGateway } from '../support/server.js'
import { scrape } from './scrape.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8')

const { panels } = z
  .object({
    panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).default([]) })),
  })
  .parse(JSON.parse(read('monitoring/grafana/dashboards/wb-assistant.json')))
const { groups } = z
  .object({
    groups: z.array(
      z.object({
        rules: z.array(
          z.object({
            alert: z.string(),
            expr: z.string(),
            annotations: z.object({ summary: z.string(), runbook: z.string() }),
          }),
        ),
      }),
    ),
  })
  .parse(parse(read('monitoring/prometheus/alerts.yml')))
const alerts = groups.flatMap(({ rules }) => rules)

/** What others tell: Prometheus itself, Traefik, the machine and the backups. */
const foreign = /^(up|ALERTS|traefik_\w+|node_\w+|wba_backup_\w+|wba_wal_\w+|wba_volume_\w+)$/

/** The metrics that an expression names: what is left when labels, ranges, groupings, texts and functions are gone. */
const metricsIn = (expr: string): readonly string[] =>
  expr
    .replace(/"[^"]*"|'[^']*'/g, '')
    .replace(/\{[^}]*\}|\[[^\]]*\]/g, '')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, '')
    .match(/[a-zA-Z_:][\w:]*\b(?!\s*\()/g)
    ?.filter((word) => !['and', 'or', 'unless', 'bool', 'offset'].includes(word)) ?? []

const promtool = async (...args: readonly string[]) =>
  promisify(execFile)('promtool', args, { cwd: `${root}/monitoring/prometheus` })
const missing = await promtool('--version').then(
  () => false,
  () => true,
)

describe('what watches the system', () => {
  let told: readonly string[]
  beforeAll(async () => {
    const gateway = await startGateway()
    told = (await scrape(gateway.url)).names
    await gateway.close()
  })

  const isTold = (name: string) => foreign.test(name) || told.includes(name.replace(/_(bucket|sum|count)$/, ''))

  test('asks for nothing that nobody tells', () => {
    const asked = [
      ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ who: title, expr }))),
      ...alerts.map(({ alert, expr }) => ({ who: alert, expr })),
    ].map(({ who, expr }) => ({ who, names: metricsIn(expr) }))
    expect(asked.length).toBeGreaterThan(60)
    expect(asked.filter(({ names }) => names.length === 0)).toEqual([])
    const unknown = asked.flatMap(({ who, names }) => names.filter((name) => !isTold(name)).map((name) => [who, name]))
    expect(unknown).toEqual([])
  })

  test.each(['docs/operations/watching.md', 'docs/operations/watching.ru.md'])(
    'is explained in %s: every metric of ours and every alert, and nothing else',
    (path) => {
      const text = read(path)
      const named = [...text.matchAll(/`(wba_[a-z0-9_]+)`/g)].map(([, name = '']) => name)
      expect([...new Set(named)].toSorted()).toEqual(told.filter((name) => name.startsWith('wba_')).toSorted())
      const headings = [...text.matchAll(/^### (\w+)$/gm)].map(([, alert = '']) => alert)
      expect(headings.toSorted()).toEqual(alerts.map(({ alert }) => alert).toSorted())
    },
  )

  test('leads from each alert to what to do, and is tried with each', () => {
    const tried = read('monitoring/prometheus/alerts.test.yml')
    for (const { alert, annotations } of alerts) {
      expect(annotations.runbook).toBe(`docs/operations/watching.md#${alert.toLowerCase()}`)
      expect(tried).toContain(`alertname="${alert}"`)
    }
  })

  test.skipIf(missing)(
    `speaks when it should and at no other time${missing ? ' (there is no promtool here)' : ''}`,
    async () => {
      expect((await promtool('test', 'rules', 'alerts.test.yml')).stdout).toContain('SUCCESS')
    },
  )
})
