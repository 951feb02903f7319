import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const service = z.looseObject({
  image: z.string(),
  build: z.object({ context: z.string(), target: z.string().optional() }).optional(),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  logging: z.object({ options: z.object({ 'max-size': z.string(), 'max-file': z.string() }) }).optional(),
  restart: z.string().optional(),
  environment: z.record(z.string(), z.unknown()).default({}),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  healthcheck: z.looseObject({}).optional(),
  deploy: z
    .object({
      resources: z.object({
        limits: z.object({ cpus: z.string(), memory: z.string(), pids: z.number() }),
      }),
    })
    .loose()
    .optional(),
})
const file = z.looseObject({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.looseObject({ internal: z.boolean().optional() })),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
})

const read = (path: string) => readFileSync(path, 'utf8')
const text = read('docker-compose.yml')
const { services, networks, secrets } = file.parse(parse(text, { merge: true }))
const each = Object.entries(services)
/** Images of ours say in their Dockerfile as whom they run, and how to ask for their health. */
const ours = ({ image }: { readonly image: string }) => image.startsWith('wb-assistant/')

describe('a service of docker-compose.yml', () => {
  test.each(each)('%s may do nothing that it need not', (name, it) => {
    expect(it).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] })
    for (const key of ['privileged', 'cap_add', 'devices', 'network_mode', 'pid', 'ipc', 'userns_mode'])
      expect(it).not.toHaveProperty(key)
    // The engine's socket belongs to root: whoever passes it on has to be.
    if (name === 'socket-proxy') expect(it.user).toBe('root')
    else expect(ours(it) ? (it.user ?? 'as the image says') : it.user).toMatch(/^[1-9]\d*(:\d+)?$|^as the image says$/)
  })

  test.each(each)('%s has its bounds, its health and one version', (name, it) => {
    expect(it.deploy?.resources.limits).toBeDefined()
    expect(it.logging).toBeDefined()
    expect(it.restart).toBeDefined()
    expect(it.image).toMatch(ours(it) ? /:\$\{(DATABASE_)?VERSION:-local\}$/ : /:v?\d+\.\d+[\w.-]*$/)
    // Whoever runs and ends is asked for nothing.
    const ends = name === 'migrate' || name === 'restore'
    if (ends) expect(it.healthcheck).toEqual({ disable: true })
    else if (!['gateway', 'worker', 'web'].includes(name)) expect(it.healthcheck).toHaveProperty('test')
  })

  test.each(each)('%s is given secrets as files alone', (_name, it) => {
    for (const name of Object.keys(it.environment))
      if (/PASSWORD|SECRET|TOKEN|PEPPER|KEY/.test(name)) expect(name).toMatch(/_FILE$/)
    for (const name of it.secrets) expect(secrets[name]).toEqual({ file: `./secrets/${name}` })
  })
})

test('images of ours run as nobody special and can be asked for their health', () => {
  const stages = read('Dockerfile').split(/^FROM /m)
  for (const target of ['gateway', 'web']) {
    const stage = stages.find((one) => one.split('\n')[0]?.endsWith(` AS ${target}`)) ?? ''
    expect(stage).toMatch(/^USER (node|\d+)$/m)
    expect(stage).toMatch(/^HEALTHCHECK /m)
    expect(stage).toContain('org.opencontainers.image.title')
  }
  expect(read('database/Dockerfile')).toMatch(/^USER postgres$/m)
})

test('the socket of the engine is in the proxy alone, which can only read', () => {
  const holders = each.filter(([, { volumes }]) => volumes.some((volume) => volume.includes('docker.sock')))
  expect(holders.map(([name]) => name)).toEqual(['socket-proxy'])
  expect(services['socket-proxy']?.volumes).toContain('/var/run/docker.sock:/var/run/docker.sock:ro')
  const passed = read('traefik/socket-proxy.cfg')
  expect(passed).toContain('http-request deny unless METH_GET asked || METH_HEAD asked')
})

test('from outside one reaches Traefik, and from the host what watches; nobody reaches the database', () => {
  const published = Object.fromEntries(each.flatMap(([name, { ports }]) => (ports.length > 0 ? [[name, ports]] : [])))
  expect(published).toEqual({
    traefik: ['${HTTP_PORT:-80}:80', '${HTTPS_PORT:-443}:443'],
    prometheus: ['127.0.0.1:9090:9090'],
    grafana: ['127.0.0.1:3000:3000'],
  })
  expect(services['db']?.networks).toEqual(['data'])
  expect(networks['data']).toEqual({ internal: true })
  const beside = each.filter(([, it]) => it.networks.includes('data')).map(([name]) => name)
  expect(beside.toSorted()).toEqual(['backup', 'db', 'gateway', 'migrate', 'restore', 'worker'])
  expect(services['web']?.networks).toEqual(['edge'])
  expect(services['socket-proxy']?.networks).toEqual(['discovery'])
})

test('every variable is explained in .env.example, and nothing else is', () => {
  const used = [text, read('database/s3.yml')].flatMap((one) => [...one.matchAll(/\$\{([A-Z0-9_]+)/g)])
  const names = new Set(used.map(([, name = '']) => name))
  const explained = [...read('.env.example').matchAll(/^(?:# )?([A-Z0-9_]+)=/gm)].map(([, name = '']) => name)
  // Read by Compose itself, and by ./wba.
  const others = new Set(['COMPOSE_PROFILES', 'COMPOSE_FILE'])
  expect(explained.filter((name) => !others.has(name)).toSorted()).toEqual([...names].toSorted())
  expect(explained).toHaveLength(new Set(explained).size)
})

test('./wba setup makes every secret that the services ask for', () => {
  const [, made = ''] = /for name in ([\w ]+); do/.exec(read('wba')) ?? []
  expect(made.split(' ').toSorted()).toEqual(Object.keys(secrets).toSorted())
})
