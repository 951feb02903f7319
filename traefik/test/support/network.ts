import { randomInt } from 'node:crypto'

/** Addresses that no other run on this machine has: a /24 of the loopback network, where every address may be taken. */
export interface Network {
  readonly traefik: string
  gateway(number: number): string
  readonly web: string
  /** A certificate authority. */
  readonly authority: string
  /** Of a client that nobody trusts. */
  client(number: number): string
}

/** Takes a network by chance. */
export const createNetwork = (): Network => {
  const prefix = `127.${randomInt(1, 255)}.${randomInt(1, 255)}`
  return {
    traefik: `${prefix}.2`,
    web: `${prefix}.3`,
    authority: `${prefix}.4`,
    gateway: (number) => `${prefix}.${10 + number}`,
    client: (number) => `${prefix}.${100 + number}`,
  }
}
