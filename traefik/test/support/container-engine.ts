import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'

/** What a service's containers are labelled with, as docker-compose.yml has it. */
const { services } = z
  .object({ services: z.record(z.string(), z.object({ labels: z.record(z.string(), z.string()) })) })
  .parse(parse(readFileSync(fileURLToPath(new URL('../../services.yml', import.meta.url)), 'utf8')))

interface Container {
  readonly service: string
  readonly address: string
}

/** An engine as Traefik sees it through the socket proxy: containers that are there and healthy, and news of them. */
export interface ContainerEngine {
  /** `tcp://127.0.0.1:…` */
  readonly url: string
  /** A container of a service has become healthy at an address. */
  start(service: string, address: string): void
  /** It is gone. */
  die(address: string): void
  /** What was asked for that the socket proxy would have refused. */
  readonly refused: readonly string[]
  close(): Promise<void>
}

const summaryOf = ({ service, address }: Container) => ({
  Id: address,
  Names: [`/wba-${service}-${address}`],
  Image: service,
  Labels: services[service]?.labels,
  State: 'running',
  Status: 'Up 1 minute (healthy)',
  NetworkSettings: { Networks: { 'wba-edge': { NetworkID: 'edge', IPAddress: address } } },
})

const detailsOf = (container: Container) => ({
  Id: container.address,
  Name: `/wba-${container.service}-${container.address}`,
  State: { Status: 'running', Running: true, Health: { Status: 'healthy' } },
  HostConfig: { NetworkMode: 'wba-edge' },
  Config: { Labels: services[container.service]?.labels },
  NetworkSettings: summaryOf(container).NetworkSettings,
})

/** Speaks the part of the engine's API that the socket proxy lets through: GET of these four. */
export const startContainerEngine = async (): Promise<ContainerEngine> => {
  const containers = new Map<string, Container>()
  const listeners = new Set<ServerResponse>()
  const refused: string[] = []

  const tell = (Action: string, { service, address }: Container) => {
    const time = Math.floor(Date.now() / 1_000)
    const event = { Type: 'container', Action, Actor: { ID: address, Attributes: { name: service } }, time }
    for (const listener of listeners) listener.write(`${JSON.stringify(event)}\n`)
  }

  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/v[\d.]+/, '').split('?')[0] ?? ''
    const [, id] = /^\/containers\/([\d.]+)\/json$/.exec(path) ?? []
    const found = id === undefined ? undefined : containers.get(id)
    const send = (body: unknown) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(body))
    }
    response.setHeader('Api-Version', '1.45')
    if (request.method === 'HEAD' && path === '/_ping') return void response.end()
    if (request.method === 'GET') {
      if (path === '/_ping') return void response.end('OK')
      if (path === '/version') return send({ Version: '26.0.0', ApiVersion: '1.45', MinAPIVersion: '1.24' })
      if (path === '/containers/json') return send([...containers.values()].map(summaryOf))
      if (found) return send(detailsOf(found))
      if (path === '/events') {
        response.setHeader('content-type', 'application/json')
        response.flushHeaders()
        listeners.add(response)
        response.on('close', () => listeners.delete(response))
        return
      }
    }
    // A container that is asked for when it has just gone is no fault of who asks.
    if (id === undefined) refused.push(`${request.method} ${path}`)
    response.statusCode = id === undefined ? 403 : 404
    send({ message: 'none' })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    start(service, address) {
      const container = { service, address }
      containers.set(address, container)
      tell('health_status: healthy', container)
    },
    die(address) {
      const container = containers.get(address)
      containers.delete(address)
      if (container) tell('die', container)
    },
    refused,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
