import type { SchemaContext } from '../schema/context.js'
import type { Rights } from './domain/person/rights.js'
import type { Viewer } from './domain/person/viewer.js'
import { refusal } from './domain/refusal.js'
import { mustBe, notFresh } from './identity-context.js'
import type { PublicDevice } from './storage/device/device-row.js'
import { findDevice, listDevices, removeDevice } from './storage/device/devices.js'
import { approvePairing, finishPairing, type PairingDeps, startPairing } from './storage/device/pairing.js'

/** Who calls, from what, and the way to hand a device its secret. */
export interface DeviceCaller {
  readonly viewer: Viewer | undefined
  readonly address: string
  /** What the browser's device cookie says. */
  readonly deviceSecret: string | undefined
  /** Keeps the secret in the device's cookie. */
  readonly keepDevice: (device: { readonly secret: string; readonly expiresAt: Date }) => void
}

/** A screen on a wall, or a phone that people share, names nobody. */
const toldToItself = (device: PublicDevice) => ({ ...device, approvedBy: null })

/** Fits devices to the schema's port, for one caller. */
export const createDevicePort = (
  deps: PairingDeps,
  caller: DeviceCaller,
  rights: Rights,
): SchemaContext['devices'] => ({
  async own() {
    const device = caller.deviceSecret === undefined ? null : await findDevice(deps, caller.deviceSecret)
    return device && toldToItself(device)
  },
  async list() {
    mustBe(caller.viewer)
    return listDevices(deps, rights)
  },
  startPairing: (kind) => startPairing(deps, { kind, address: caller.address }),
  async finishPairing(deviceCode) {
    const done = await finishPairing(deps, deviceCode)
    if (done.refusal) return done
    const { device, secret } = done
    caller.keepDevice({ secret, expiresAt: device.expiresAt })
    return { device: toldToItself(device) }
  },
  async approve(call) {
    const self = mustBe(caller.viewer)
    if (rights.where('ADMIT_DEVICES')?.length === 0)
      return { refusal: refusal('NOT_ALLOWED', 'Only managers and administrators let devices in.') }
    const stale = notFresh(self)
    return stale ? { refusal: stale } : approvePairing(deps, { ...call, personId: self.personId, rights })
  },
  async remove(id) {
    const { name } = mustBe(caller.viewer)
    const refused = await removeDevice(deps, { name, rights }, id)
    return refused ? { refusal: refused } : { devices: await listDevices(deps, rights) }
  },
})
