import { graphql } from '../../gql'

/** This browser asks to be let in. */
export const startPairingDocument = graphql(`
  mutation StartPairing($kind: DeviceKind!) {
    result: startPairing(kind: $kind) {
      __typename
      ... on StartPairingSuccess {
        deviceCode
        userCode
        expiresAt
        intervalSeconds
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** It asks whether it is let in. */
export const finishPairingDocument = graphql(`
  mutation FinishPairing($deviceCode: String!) {
    result: finishPairing(deviceCode: $deviceCode) {
      __typename
      ... on FinishPairingSuccess {
        device {
          ...OwnDevice
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** The devices that the viewer may take out, and the warehouses that they see. */
export const devicesDocument = graphql(`
  query Devices {
    devices {
      id
      kind
      name
      warehouseId
      approvedBy
      createdAt
      lastSeenAt
      expiresAt
    }
    warehouses {
      id
      name
    }
  }
`)

/** Lets the device in that shows a code. */
export const approvePairingDocument = graphql(`
  mutation ApprovePairing($userCode: String!, $name: String!, $warehouseId: ID!) {
    result: approvePairing(userCode: $userCode, name: $name, warehouseId: $warehouseId) {
      __typename
      ... on ApprovePairingSuccess {
        kind
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Takes a device out again. */
export const removeDeviceDocument = graphql(`
  mutation RemoveDevice($id: ID!) {
    result: removeDevice(id: $id) {
      __typename
      ... on RemoveDeviceSuccess {
        devices {
          id
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)
