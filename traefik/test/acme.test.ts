import { once } from 'node:events'
import { connect } from 'node:tls'
import { expect, test } from 'vitest'
import { openStreamSession } from '../../gateway/test/log-model/stream-client.js'
import { seedWarehouse } from '../../gateway/test/support/seed.js'
import { type Authority, startAuthority } from './support/authority.js'
import { origin } from './support/call.js'
import { eventually, startEdgeWithGateways } from './support/edge.js'
import { findProgram } from './support/programs.js'
import { domain, httpsPort } from './support/traefik.js'

test(
  'a certificate is issued and renewed by itself; while the authority is down it shows and nothing else happens; sockets outlive it all (needs pebble)',
  { timeout: 240_000 },
  async (context) => {
    if (findProgram('pebble') === undefined) return context.skip('there is no pebble here')
    let authority: Authority | undefined
    const edge = await startEdgeWithGateways({
      authority: async (network) => (authority = await startAuthority(network)),
    })
    try {
      const certificate = async () => {
        const at = { host: edge.network.traefik, port: httpsPort, servername: domain, ca: edge.ca }
        const socket = connect(at)
        await once(socket, 'secureConnect')
        const { serialNumber, valid_to } = socket.getPeerCertificate()
        socket.destroy()
        return { serialNumber, until: Date.parse(valid_to) / 1_000 }
      }
      /** When what Traefik serves ends, as its metrics say. */
      const served = async () => {
        const metrics = await (await fetch(`${edge.traefik.internal}/metrics`)).text()
        const ends = [...metrics.matchAll(/^traefik_tls_certs_not_after\{cn="wms\.test".*\} (\S+)/gm)]
        return Math.max(...ends.map(([, end]) => Number(end)))
      }
      const first = await certificate()
      expect(await served()).toBe(first.until)

      const warehouse = await seedWarehouse(edge.gateways[0].client)
      let heard = 0
      let ended: string | undefined
      const board = openStreamSession({
        url: origin,
        connection: edge.way,
        token: await edge.gateways[0].tokens.of('board'),
        query: 'subscription ($id: ID!) { orderBoard(warehouseId: $id) { __typename } }',
        variables: { id: warehouse.id },
        onNext: () => (heard = performance.now()),
        onError: (errors) => (ended = JSON.stringify(errors)),
      })
      void board.ended.then((why) => (ended = why))
      const opened = performance.now()

      authority?.hang()
      const failed = () =>
        edge.traefik.lines().some((line) => line['level'] === 'error' && /renew/i.test(String(line['message'])))
      await eventually(async () => failed(), 90_000)
      expect(await certificate()).toEqual(first)
      expect(await served()).toBe(first.until)

      authority?.goOn()
      await eventually(async () => (await certificate()).serialNumber !== first.serialNumber, 90_000)
      expect(await served()).toBeGreaterThan(first.until)

      // Longer than any timeout of a request.
      await eventually(async () => performance.now() - opened > 95_000, 95_000)
      expect(ended).toBeUndefined()
      expect(performance.now() - heard).toBeLessThan(10_000)
      board.cut()
    } finally {
      await edge.close()
    }
  },
)
