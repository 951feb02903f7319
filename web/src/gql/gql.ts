/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query HomeWarehouses {\n    warehouses {\n      id\n      name\n      demo\n      sellerAccount {\n        name\n      }\n    }\n  }\n": typeof types.HomeWarehousesDocument,
    "\n  query HomeCounters($warehouseId: ID!) {\n    orderBoard(warehouseId: $warehouseId) {\n      counters {\n        live {\n          state\n          count\n        }\n        closedToday {\n          state\n          count\n        }\n      }\n    }\n  }\n": typeof types.HomeCountersDocument,
    "\n  subscription FollowBoard($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {\n    orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) {\n      __typename\n      seq\n      prevSeq\n      at\n      ... on BoardSnapshot {\n        epoch\n        last\n        counters {\n          ...BoardCounts\n        }\n        orders {\n          ...BoardOrder\n        }\n      }\n      ... on OrderUpserted {\n        order {\n          ...BoardOrder\n        }\n      }\n      ... on OrderLeft {\n        orderId\n        state\n      }\n      ... on BoardHeartbeat {\n        epoch\n        asOf\n        stale\n        counters {\n          ...BoardCounts\n        }\n      }\n      ... on BoardGap {\n        reason\n      }\n    }\n  }\n\n  fragment BoardCounts on BoardCounters {\n    live {\n      state\n      count\n    }\n    closedToday {\n      state\n      count\n    }\n  }\n\n  fragment BoardOrder on Order {\n    id\n    wbOrderId\n    state\n    putBackRequired\n    deadlineAt\n    amberAt\n    redAt\n    createdAt\n    stateChangedAt\n    pickedBy\n    packedBy\n    claim {\n      holder\n    }\n    sku {\n      article\n      size\n    }\n  }\n": typeof types.FollowBoardDocument,
    "\n  query BoardWarehouses {\n    warehouses {\n      id\n      name\n      timeZone\n      demo\n    }\n  }\n": typeof types.BoardWarehousesDocument,
    "\n  query BoardThroughput($warehouseId: ID!) {\n    orderBoard(warehouseId: $warehouseId) {\n      throughput(hours: 12) {\n        hour\n        picked\n        packed\n        handedOver\n      }\n    }\n  }\n": typeof types.BoardThroughputDocument,
    "\n  query Account {\n    me {\n      ...ViewerMe\n      sessions {\n        id\n        agent\n        createdAt\n        lastSeenAt\n      }\n      accessTokens {\n        id\n        name\n        ending\n        scopes\n        createdAt\n        expiresAt\n        lastUsedAt\n      }\n    }\n    warehouses {\n      id\n      name\n    }\n  }\n": typeof types.AccountDocument,
    "\n  mutation SetPassword($login: String!, $password: String!) {\n    result: setPassword(login: $login, password: $password) {\n      __typename\n      ... on SetPasswordSuccess {\n        me {\n          hasPassword\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.SetPasswordDocument,
    "\n  mutation OfferAuthenticator {\n    result: offerAuthenticator {\n      __typename\n      ... on OfferAuthenticatorSuccess {\n        secret\n        uri\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.OfferAuthenticatorDocument,
    "\n  mutation EnableAuthenticator($secret: String!, $code: String!) {\n    result: enableAuthenticator(secret: $secret, code: $code) {\n      __typename\n      ... on EnableAuthenticatorSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.EnableAuthenticatorDocument,
    "\n  mutation DisableAuthenticator {\n    result: disableAuthenticator {\n      __typename\n      ... on DisableAuthenticatorSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.DisableAuthenticatorDocument,
    "\n  mutation CreateAccessToken($name: String!, $scopes: [TokenScope!]!, $days: Int!) {\n    result: createAccessToken(name: $name, scopes: $scopes, days: $days) {\n      __typename\n      ... on CreateAccessTokenSuccess {\n        secret\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.CreateAccessTokenDocument,
    "\n  mutation RevokeAccessToken($id: ID!) {\n    result: revokeAccessToken(id: $id) {\n      __typename\n      ... on RevokeAccessTokenSuccess {\n        accessTokens {\n          id\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.RevokeAccessTokenDocument,
    "\n  query AuditPlaces {\n    me {\n      ...ViewerMe\n    }\n    warehouses {\n      id\n      name\n      timeZone\n    }\n  }\n": typeof types.AuditPlacesDocument,
    "\n  query AuditTrail($warehouseId: ID, $filter: AuditFilter, $after: String) {\n    auditSealing(warehouseId: $warehouseId) {\n      seal {\n        number\n        at\n      }\n      unsealed\n    }\n    auditTrail(warehouseId: $warehouseId, filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          id\n          at\n          actor\n          device\n          clientTime\n          action\n          subject\n          subjectId\n          details\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AuditTrailDocument,
    "\n  mutation SignInWithBadge($badge: String!, $pin: String!) {\n    result: signInWithBadge(badge: $badge, pin: $pin) {\n      __typename\n      ... on SignInWithBadgeSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.SignInWithBadgeDocument,
    "\n  mutation IssueBadge($personId: ID!) {\n    result: issueBadge(personId: $personId) {\n      __typename\n      ... on IssueBadgeSuccess {\n        badge\n        pin\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.IssueBadgeDocument,
    "\n  mutation StartPairing($kind: DeviceKind!) {\n    result: startPairing(kind: $kind) {\n      __typename\n      ... on StartPairingSuccess {\n        deviceCode\n        userCode\n        expiresAt\n        intervalSeconds\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.StartPairingDocument,
    "\n  mutation FinishPairing($deviceCode: String!) {\n    result: finishPairing(deviceCode: $deviceCode) {\n      __typename\n      ... on FinishPairingSuccess {\n        device {\n          ...OwnDevice\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.FinishPairingDocument,
    "\n  query Devices {\n    devices {\n      id\n      kind\n      name\n      warehouseId\n      approvedBy\n      createdAt\n      lastSeenAt\n      expiresAt\n    }\n    warehouses {\n      id\n      name\n    }\n  }\n": typeof types.DevicesDocument,
    "\n  mutation ApprovePairing($userCode: String!, $name: String!, $warehouseId: ID!) {\n    result: approvePairing(userCode: $userCode, name: $name, warehouseId: $warehouseId) {\n      __typename\n      ... on ApprovePairingSuccess {\n        kind\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.ApprovePairingDocument,
    "\n  mutation RemoveDevice($id: ID!) {\n    result: removeDevice(id: $id) {\n      __typename\n      ... on RemoveDeviceSuccess {\n        devices {\n          id\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.RemoveDeviceDocument,
    "\n  query People {\n    me {\n      grantableRoles {\n        role\n        warehouseId\n      }\n    }\n    people {\n      ...ShownPerson\n    }\n    warehouses {\n      id\n      name\n    }\n  }\n\n  fragment ShownPerson on Person {\n    id\n    name\n    login\n    demo\n    hasAuthenticator\n    manageable\n    disabledAt\n    lastSeenAt\n    hasRolesElsewhere\n    roles {\n      role\n      warehouseId\n    }\n  }\n": typeof types.PeopleDocument,
    "\n  mutation CreatePerson($name: String!, $login: String, $roles: [RoleGrantInput!]!) {\n    result: createPerson(name: $name, login: $login, roles: $roles) {\n      __typename\n      ... on CreatePersonSuccess {\n        linkSecret\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.CreatePersonDocument,
    "\n  mutation SetRoles($personId: ID!, $roles: [RoleGrantInput!]!) {\n    result: setRoles(personId: $personId, roles: $roles) {\n      __typename\n      ... on SetRolesSuccess {\n        person {\n          id\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.SetRolesDocument,
    "\n  mutation SetPersonDisabled($personId: ID!, $disabled: Boolean!) {\n    result: setPersonDisabled(personId: $personId, disabled: $disabled) {\n      __typename\n      ... on SetPersonDisabledSuccess {\n        person {\n          id\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.SetPersonDisabledDocument,
    "\n  mutation ResetSignIn($personId: ID!) {\n    result: resetSignIn(personId: $personId) {\n      __typename\n      ... on ResetSignInSuccess {\n        linkSecret\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.ResetSignInDocument,
    "\n  mutation SignIn($login: String!, $password: String!, $code: String) {\n    result: signIn(login: $login, password: $password, code: $code) {\n      __typename\n      ... on SignInSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignInByLink($secret: String!) {\n    result: signInByLink(secret: $secret) {\n      __typename\n      ... on SignInByLinkSuccess {\n        me {\n          hasPassword\n          person {\n            demo\n          }\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.SignInByLinkDocument,
    "\n  mutation CreateFirstAdmin($secret: String!, $name: String!, $login: String!, $password: String!) {\n    result: createFirstAdmin(secret: $secret, name: $name, login: $login, password: $password) {\n      __typename\n      ... on CreateFirstAdminSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.CreateFirstAdminDocument,
    "\n  mutation ConfirmIdentity($password: String!, $code: String) {\n    result: confirmIdentity(password: $password, code: $code) {\n      __typename\n      ... on ConfirmIdentitySuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.ConfirmIdentityDocument,
    "\n  query Here {\n    me {\n      ...ViewerMe\n    }\n    device {\n      ...OwnDevice\n    }\n  }\n\n  fragment OwnDevice on Device {\n    kind\n    name\n    warehouseId\n  }\n": typeof types.HereDocument,
    "\n  query Viewer {\n    me {\n      ...ViewerMe\n    }\n  }\n\n  fragment ViewerMe on Me {\n    sessionId\n    hasPassword\n    mustEnableAuthenticator\n    person {\n      id\n      name\n      login\n      hasAuthenticator\n      roles {\n        role\n        warehouseId\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation EndSession($id: ID) {\n    result: endSession(id: $id) {\n      __typename\n      ... on EndSessionSuccess {\n        own\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n\n  fragment Refused on Refusal {\n    code\n    message\n    retryAt\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation OpenJournal($warehouseId: ID!) {\n    result: openJournal(warehouseId: $warehouseId) {\n      __typename\n      ... on OpenJournalSuccess {\n        grant\n        journal {\n          id\n          grantExpiresAt\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.OpenJournalDocument,
    "\n  mutation SubmitCommands($journalId: ID!, $grant: String!, $sentAt: DateTime!, $commands: [JournalCommand!]!) {\n    result: submitCommands(journalId: $journalId, grant: $grant, sentAt: $sentAt, commands: $commands) {\n      __typename\n      ... on SubmitCommandsSuccess {\n        expectedSeq\n        openParked\n        answers {\n          seq\n          status\n          outcome\n          code\n          advice {\n            en\n            ru\n          }\n          orderVersion\n          putBack\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.SubmitCommandsDocument,
    "\n  query MyWork {\n    me {\n      person {\n        id\n      }\n    }\n    myShift {\n      ...WorkShift\n    }\n    myWork {\n      ...Capsule\n    }\n  }\n\n  fragment WorkShift on Shift {\n    id\n    warehouseId\n    startedAt\n    endsAt\n  }\n\n  fragment Capsule on WorkCapsule {\n    takenAt\n    checkAfterMinutes\n    stops {\n      cell {\n        zone\n        code\n        barcode\n      }\n      sku {\n        ...WorkSku\n      }\n      tasks {\n        cancelled\n        order {\n          ...WorkOrder\n        }\n      }\n    }\n  }\n\n  fragment WorkSku on Sku {\n    id\n    article\n    title\n    size\n    barcodes\n  }\n\n  fragment WorkOrder on Order {\n    id\n    version\n    wbOrderId\n    deadlineAt\n    requiredMeta\n  }\n": typeof types.MyWorkDocument,
    "\n  mutation StartShift($commandId: UUID!, $warehouseId: ID!) {\n    result: startShift(commandId: $commandId, warehouseId: $warehouseId) {\n      __typename\n      ... on StartShiftSuccess {\n        shift {\n          ...WorkShift\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.StartShiftDocument,
    "\n  mutation EndShift($commandId: UUID!) {\n    result: endShift(commandId: $commandId) {\n      __typename\n      ... on EndShiftSuccess {\n        returned\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.EndShiftDocument,
    "\n  mutation ClaimWork($commandId: UUID!, $warehouseId: ID!, $count: Int!) {\n    result: claimWork(commandId: $commandId, warehouseId: $warehouseId, count: $count) {\n      __typename\n      ... on ClaimWorkSuccess {\n        claimed\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.ClaimWorkDocument,
    "\n  mutation ReleaseWork($commandId: UUID!, $warehouseId: ID!) {\n    result: releaseWork(commandId: $commandId, warehouseId: $warehouseId) {\n      __typename\n      ... on ReleaseWorkSuccess {\n        returned\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.ReleaseWorkDocument,
    "\n  mutation HandOverWork($commandId: UUID!, $warehouseId: ID!, $to: String!) {\n    result: handOverWork(commandId: $commandId, warehouseId: $warehouseId, to: $to) {\n      __typename\n      ... on HandOverWorkSuccess {\n        handedOver\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": typeof types.HandOverWorkDocument,
    "\n  query WorkWarehouses {\n    warehouses {\n      id\n      name\n    }\n  }\n": typeof types.WorkWarehousesDocument,
    "\n  query WorkingNow($warehouseId: ID!) {\n    shifts(warehouseId: $warehouseId) {\n      id\n      person\n    }\n  }\n": typeof types.WorkingNowDocument,
    "\n  query OrderByScan($warehouseId: ID!, $text: String!) {\n    result: orderByScan(warehouseId: $warehouseId, text: $text) {\n      __typename\n      ... on OrderByScanSuccess {\n        waiting\n        order {\n          ...WorkOrder\n          attachedMeta\n          sku {\n            ...WorkSku\n          }\n        }\n      }\n      ... on Refusal {\n        ...Refused\n        cells\n      }\n    }\n  }\n": typeof types.OrderByScanDocument,
    "\n  subscription FollowClaims($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {\n    orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) {\n      __typename\n      seq\n      prevSeq\n      at\n      ... on BoardSnapshot {\n        epoch\n        last\n        counters {\n          ...ClaimCounts\n        }\n        orders {\n          id\n          version\n        }\n      }\n      ... on OrderUpserted {\n        order {\n          id\n          version\n        }\n      }\n      ... on OrderLeft {\n        orderId\n        state\n      }\n      ... on BoardHeartbeat {\n        epoch\n        asOf\n        stale\n        counters {\n          ...ClaimCounts\n        }\n      }\n      ... on BoardGap {\n        reason\n      }\n    }\n  }\n\n  fragment ClaimCounts on BoardCounters {\n    live {\n      state\n      count\n    }\n    closedToday {\n      state\n      count\n    }\n  }\n": typeof types.FollowClaimsDocument,
};
const documents: Documents = {
    "\n  query HomeWarehouses {\n    warehouses {\n      id\n      name\n      demo\n      sellerAccount {\n        name\n      }\n    }\n  }\n": types.HomeWarehousesDocument,
    "\n  query HomeCounters($warehouseId: ID!) {\n    orderBoard(warehouseId: $warehouseId) {\n      counters {\n        live {\n          state\n          count\n        }\n        closedToday {\n          state\n          count\n        }\n      }\n    }\n  }\n": types.HomeCountersDocument,
    "\n  subscription FollowBoard($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {\n    orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) {\n      __typename\n      seq\n      prevSeq\n      at\n      ... on BoardSnapshot {\n        epoch\n        last\n        counters {\n          ...BoardCounts\n        }\n        orders {\n          ...BoardOrder\n        }\n      }\n      ... on OrderUpserted {\n        order {\n          ...BoardOrder\n        }\n      }\n      ... on OrderLeft {\n        orderId\n        state\n      }\n      ... on BoardHeartbeat {\n        epoch\n        asOf\n        stale\n        counters {\n          ...BoardCounts\n        }\n      }\n      ... on BoardGap {\n        reason\n      }\n    }\n  }\n\n  fragment BoardCounts on BoardCounters {\n    live {\n      state\n      count\n    }\n    closedToday {\n      state\n      count\n    }\n  }\n\n  fragment BoardOrder on Order {\n    id\n    wbOrderId\n    state\n    putBackRequired\n    deadlineAt\n    amberAt\n    redAt\n    createdAt\n    stateChangedAt\n    pickedBy\n    packedBy\n    claim {\n      holder\n    }\n    sku {\n      article\n      size\n    }\n  }\n": types.FollowBoardDocument,
    "\n  query BoardWarehouses {\n    warehouses {\n      id\n      name\n      timeZone\n      demo\n    }\n  }\n": types.BoardWarehousesDocument,
    "\n  query BoardThroughput($warehouseId: ID!) {\n    orderBoard(warehouseId: $warehouseId) {\n      throughput(hours: 12) {\n        hour\n        picked\n        packed\n        handedOver\n      }\n    }\n  }\n": types.BoardThroughputDocument,
    "\n  query Account {\n    me {\n      ...ViewerMe\n      sessions {\n        id\n        agent\n        createdAt\n        lastSeenAt\n      }\n      accessTokens {\n        id\n        name\n        ending\n        scopes\n        createdAt\n        expiresAt\n        lastUsedAt\n      }\n    }\n    warehouses {\n      id\n      name\n    }\n  }\n": types.AccountDocument,
    "\n  mutation SetPassword($login: String!, $password: String!) {\n    result: setPassword(login: $login, password: $password) {\n      __typename\n      ... on SetPasswordSuccess {\n        me {\n          hasPassword\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.SetPasswordDocument,
    "\n  mutation OfferAuthenticator {\n    result: offerAuthenticator {\n      __typename\n      ... on OfferAuthenticatorSuccess {\n        secret\n        uri\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.OfferAuthenticatorDocument,
    "\n  mutation EnableAuthenticator($secret: String!, $code: String!) {\n    result: enableAuthenticator(secret: $secret, code: $code) {\n      __typename\n      ... on EnableAuthenticatorSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.EnableAuthenticatorDocument,
    "\n  mutation DisableAuthenticator {\n    result: disableAuthenticator {\n      __typename\n      ... on DisableAuthenticatorSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.DisableAuthenticatorDocument,
    "\n  mutation CreateAccessToken($name: String!, $scopes: [TokenScope!]!, $days: Int!) {\n    result: createAccessToken(name: $name, scopes: $scopes, days: $days) {\n      __typename\n      ... on CreateAccessTokenSuccess {\n        secret\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.CreateAccessTokenDocument,
    "\n  mutation RevokeAccessToken($id: ID!) {\n    result: revokeAccessToken(id: $id) {\n      __typename\n      ... on RevokeAccessTokenSuccess {\n        accessTokens {\n          id\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.RevokeAccessTokenDocument,
    "\n  query AuditPlaces {\n    me {\n      ...ViewerMe\n    }\n    warehouses {\n      id\n      name\n      timeZone\n    }\n  }\n": types.AuditPlacesDocument,
    "\n  query AuditTrail($warehouseId: ID, $filter: AuditFilter, $after: String) {\n    auditSealing(warehouseId: $warehouseId) {\n      seal {\n        number\n        at\n      }\n      unsealed\n    }\n    auditTrail(warehouseId: $warehouseId, filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          id\n          at\n          actor\n          device\n          clientTime\n          action\n          subject\n          subjectId\n          details\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AuditTrailDocument,
    "\n  mutation SignInWithBadge($badge: String!, $pin: String!) {\n    result: signInWithBadge(badge: $badge, pin: $pin) {\n      __typename\n      ... on SignInWithBadgeSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.SignInWithBadgeDocument,
    "\n  mutation IssueBadge($personId: ID!) {\n    result: issueBadge(personId: $personId) {\n      __typename\n      ... on IssueBadgeSuccess {\n        badge\n        pin\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.IssueBadgeDocument,
    "\n  mutation StartPairing($kind: DeviceKind!) {\n    result: startPairing(kind: $kind) {\n      __typename\n      ... on StartPairingSuccess {\n        deviceCode\n        userCode\n        expiresAt\n        intervalSeconds\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.StartPairingDocument,
    "\n  mutation FinishPairing($deviceCode: String!) {\n    result: finishPairing(deviceCode: $deviceCode) {\n      __typename\n      ... on FinishPairingSuccess {\n        device {\n          ...OwnDevice\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.FinishPairingDocument,
    "\n  query Devices {\n    devices {\n      id\n      kind\n      name\n      warehouseId\n      approvedBy\n      createdAt\n      lastSeenAt\n      expiresAt\n    }\n    warehouses {\n      id\n      name\n    }\n  }\n": types.DevicesDocument,
    "\n  mutation ApprovePairing($userCode: String!, $name: String!, $warehouseId: ID!) {\n    result: approvePairing(userCode: $userCode, name: $name, warehouseId: $warehouseId) {\n      __typename\n      ... on ApprovePairingSuccess {\n        kind\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.ApprovePairingDocument,
    "\n  mutation RemoveDevice($id: ID!) {\n    result: removeDevice(id: $id) {\n      __typename\n      ... on RemoveDeviceSuccess {\n        devices {\n          id\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.RemoveDeviceDocument,
    "\n  query People {\n    me {\n      grantableRoles {\n        role\n        warehouseId\n      }\n    }\n    people {\n      ...ShownPerson\n    }\n    warehouses {\n      id\n      name\n    }\n  }\n\n  fragment ShownPerson on Person {\n    id\n    name\n    login\n    demo\n    hasAuthenticator\n    manageable\n    disabledAt\n    lastSeenAt\n    hasRolesElsewhere\n    roles {\n      role\n      warehouseId\n    }\n  }\n": types.PeopleDocument,
    "\n  mutation CreatePerson($name: String!, $login: String, $roles: [RoleGrantInput!]!) {\n    result: createPerson(name: $name, login: $login, roles: $roles) {\n      __typename\n      ... on CreatePersonSuccess {\n        linkSecret\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.CreatePersonDocument,
    "\n  mutation SetRoles($personId: ID!, $roles: [RoleGrantInput!]!) {\n    result: setRoles(personId: $personId, roles: $roles) {\n      __typename\n      ... on SetRolesSuccess {\n        person {\n          id\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.SetRolesDocument,
    "\n  mutation SetPersonDisabled($personId: ID!, $disabled: Boolean!) {\n    result: setPersonDisabled(personId: $personId, disabled: $disabled) {\n      __typename\n      ... on SetPersonDisabledSuccess {\n        person {\n          id\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.SetPersonDisabledDocument,
    "\n  mutation ResetSignIn($personId: ID!) {\n    result: resetSignIn(personId: $personId) {\n      __typename\n      ... on ResetSignInSuccess {\n        linkSecret\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.ResetSignInDocument,
    "\n  mutation SignIn($login: String!, $password: String!, $code: String) {\n    result: signIn(login: $login, password: $password, code: $code) {\n      __typename\n      ... on SignInSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignInByLink($secret: String!) {\n    result: signInByLink(secret: $secret) {\n      __typename\n      ... on SignInByLinkSuccess {\n        me {\n          hasPassword\n          person {\n            demo\n          }\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.SignInByLinkDocument,
    "\n  mutation CreateFirstAdmin($secret: String!, $name: String!, $login: String!, $password: String!) {\n    result: createFirstAdmin(secret: $secret, name: $name, login: $login, password: $password) {\n      __typename\n      ... on CreateFirstAdminSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.CreateFirstAdminDocument,
    "\n  mutation ConfirmIdentity($password: String!, $code: String) {\n    result: confirmIdentity(password: $password, code: $code) {\n      __typename\n      ... on ConfirmIdentitySuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.ConfirmIdentityDocument,
    "\n  query Here {\n    me {\n      ...ViewerMe\n    }\n    device {\n      ...OwnDevice\n    }\n  }\n\n  fragment OwnDevice on Device {\n    kind\n    name\n    warehouseId\n  }\n": types.HereDocument,
    "\n  query Viewer {\n    me {\n      ...ViewerMe\n    }\n  }\n\n  fragment ViewerMe on Me {\n    sessionId\n    hasPassword\n    mustEnableAuthenticator\n    person {\n      id\n      name\n      login\n      hasAuthenticator\n      roles {\n        role\n        warehouseId\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation EndSession($id: ID) {\n    result: endSession(id: $id) {\n      __typename\n      ... on EndSessionSuccess {\n        own\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n\n  fragment Refused on Refusal {\n    code\n    message\n    retryAt\n  }\n": types.EndSessionDocument,
    "\n  mutation OpenJournal($warehouseId: ID!) {\n    result: openJournal(warehouseId: $warehouseId) {\n      __typename\n      ... on OpenJournalSuccess {\n        grant\n        journal {\n          id\n          grantExpiresAt\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.OpenJournalDocument,
    "\n  mutation SubmitCommands($journalId: ID!, $grant: String!, $sentAt: DateTime!, $commands: [JournalCommand!]!) {\n    result: submitCommands(journalId: $journalId, grant: $grant, sentAt: $sentAt, commands: $commands) {\n      __typename\n      ... on SubmitCommandsSuccess {\n        expectedSeq\n        openParked\n        answers {\n          seq\n          status\n          outcome\n          code\n          advice {\n            en\n            ru\n          }\n          orderVersion\n          putBack\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.SubmitCommandsDocument,
    "\n  query MyWork {\n    me {\n      person {\n        id\n      }\n    }\n    myShift {\n      ...WorkShift\n    }\n    myWork {\n      ...Capsule\n    }\n  }\n\n  fragment WorkShift on Shift {\n    id\n    warehouseId\n    startedAt\n    endsAt\n  }\n\n  fragment Capsule on WorkCapsule {\n    takenAt\n    checkAfterMinutes\n    stops {\n      cell {\n        zone\n        code\n        barcode\n      }\n      sku {\n        ...WorkSku\n      }\n      tasks {\n        cancelled\n        order {\n          ...WorkOrder\n        }\n      }\n    }\n  }\n\n  fragment WorkSku on Sku {\n    id\n    article\n    title\n    size\n    barcodes\n  }\n\n  fragment WorkOrder on Order {\n    id\n    version\n    wbOrderId\n    deadlineAt\n    requiredMeta\n  }\n": types.MyWorkDocument,
    "\n  mutation StartShift($commandId: UUID!, $warehouseId: ID!) {\n    result: startShift(commandId: $commandId, warehouseId: $warehouseId) {\n      __typename\n      ... on StartShiftSuccess {\n        shift {\n          ...WorkShift\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.StartShiftDocument,
    "\n  mutation EndShift($commandId: UUID!) {\n    result: endShift(commandId: $commandId) {\n      __typename\n      ... on EndShiftSuccess {\n        returned\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.EndShiftDocument,
    "\n  mutation ClaimWork($commandId: UUID!, $warehouseId: ID!, $count: Int!) {\n    result: claimWork(commandId: $commandId, warehouseId: $warehouseId, count: $count) {\n      __typename\n      ... on ClaimWorkSuccess {\n        claimed\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.ClaimWorkDocument,
    "\n  mutation ReleaseWork($commandId: UUID!, $warehouseId: ID!) {\n    result: releaseWork(commandId: $commandId, warehouseId: $warehouseId) {\n      __typename\n      ... on ReleaseWorkSuccess {\n        returned\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.ReleaseWorkDocument,
    "\n  mutation HandOverWork($commandId: UUID!, $warehouseId: ID!, $to: String!) {\n    result: handOverWork(commandId: $commandId, warehouseId: $warehouseId, to: $to) {\n      __typename\n      ... on HandOverWorkSuccess {\n        handedOver\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n": types.HandOverWorkDocument,
    "\n  query WorkWarehouses {\n    warehouses {\n      id\n      name\n    }\n  }\n": types.WorkWarehousesDocument,
    "\n  query WorkingNow($warehouseId: ID!) {\n    shifts(warehouseId: $warehouseId) {\n      id\n      person\n    }\n  }\n": types.WorkingNowDocument,
    "\n  query OrderByScan($warehouseId: ID!, $text: String!) {\n    result: orderByScan(warehouseId: $warehouseId, text: $text) {\n      __typename\n      ... on OrderByScanSuccess {\n        waiting\n        order {\n          ...WorkOrder\n          attachedMeta\n          sku {\n            ...WorkSku\n          }\n        }\n      }\n      ... on Refusal {\n        ...Refused\n        cells\n      }\n    }\n  }\n": types.OrderByScanDocument,
    "\n  subscription FollowClaims($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {\n    orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) {\n      __typename\n      seq\n      prevSeq\n      at\n      ... on BoardSnapshot {\n        epoch\n        last\n        counters {\n          ...ClaimCounts\n        }\n        orders {\n          id\n          version\n        }\n      }\n      ... on OrderUpserted {\n        order {\n          id\n          version\n        }\n      }\n      ... on OrderLeft {\n        orderId\n        state\n      }\n      ... on BoardHeartbeat {\n        epoch\n        asOf\n        stale\n        counters {\n          ...ClaimCounts\n        }\n      }\n      ... on BoardGap {\n        reason\n      }\n    }\n  }\n\n  fragment ClaimCounts on BoardCounters {\n    live {\n      state\n      count\n    }\n    closedToday {\n      state\n      count\n    }\n  }\n": types.FollowClaimsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HomeWarehouses {\n    warehouses {\n      id\n      name\n      demo\n      sellerAccount {\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').HomeWarehousesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HomeCounters($warehouseId: ID!) {\n    orderBoard(warehouseId: $warehouseId) {\n      counters {\n        live {\n          state\n          count\n        }\n        closedToday {\n          state\n          count\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').HomeCountersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowBoard($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {\n    orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) {\n      __typename\n      seq\n      prevSeq\n      at\n      ... on BoardSnapshot {\n        epoch\n        last\n        counters {\n          ...BoardCounts\n        }\n        orders {\n          ...BoardOrder\n        }\n      }\n      ... on OrderUpserted {\n        order {\n          ...BoardOrder\n        }\n      }\n      ... on OrderLeft {\n        orderId\n        state\n      }\n      ... on BoardHeartbeat {\n        epoch\n        asOf\n        stale\n        counters {\n          ...BoardCounts\n        }\n      }\n      ... on BoardGap {\n        reason\n      }\n    }\n  }\n\n  fragment BoardCounts on BoardCounters {\n    live {\n      state\n      count\n    }\n    closedToday {\n      state\n      count\n    }\n  }\n\n  fragment BoardOrder on Order {\n    id\n    wbOrderId\n    state\n    putBackRequired\n    deadlineAt\n    amberAt\n    redAt\n    createdAt\n    stateChangedAt\n    pickedBy\n    packedBy\n    claim {\n      holder\n    }\n    sku {\n      article\n      size\n    }\n  }\n"): typeof import('./graphql').FollowBoardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardWarehouses {\n    warehouses {\n      id\n      name\n      timeZone\n      demo\n    }\n  }\n"): typeof import('./graphql').BoardWarehousesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardThroughput($warehouseId: ID!) {\n    orderBoard(warehouseId: $warehouseId) {\n      throughput(hours: 12) {\n        hour\n        picked\n        packed\n        handedOver\n      }\n    }\n  }\n"): typeof import('./graphql').BoardThroughputDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account {\n    me {\n      ...ViewerMe\n      sessions {\n        id\n        agent\n        createdAt\n        lastSeenAt\n      }\n      accessTokens {\n        id\n        name\n        ending\n        scopes\n        createdAt\n        expiresAt\n        lastUsedAt\n      }\n    }\n    warehouses {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql').AccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetPassword($login: String!, $password: String!) {\n    result: setPassword(login: $login, password: $password) {\n      __typename\n      ... on SetPasswordSuccess {\n        me {\n          hasPassword\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').SetPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OfferAuthenticator {\n    result: offerAuthenticator {\n      __typename\n      ... on OfferAuthenticatorSuccess {\n        secret\n        uri\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').OfferAuthenticatorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnableAuthenticator($secret: String!, $code: String!) {\n    result: enableAuthenticator(secret: $secret, code: $code) {\n      __typename\n      ... on EnableAuthenticatorSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').EnableAuthenticatorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisableAuthenticator {\n    result: disableAuthenticator {\n      __typename\n      ... on DisableAuthenticatorSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').DisableAuthenticatorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAccessToken($name: String!, $scopes: [TokenScope!]!, $days: Int!) {\n    result: createAccessToken(name: $name, scopes: $scopes, days: $days) {\n      __typename\n      ... on CreateAccessTokenSuccess {\n        secret\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').CreateAccessTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeAccessToken($id: ID!) {\n    result: revokeAccessToken(id: $id) {\n      __typename\n      ... on RevokeAccessTokenSuccess {\n        accessTokens {\n          id\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').RevokeAccessTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditPlaces {\n    me {\n      ...ViewerMe\n    }\n    warehouses {\n      id\n      name\n      timeZone\n    }\n  }\n"): typeof import('./graphql').AuditPlacesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditTrail($warehouseId: ID, $filter: AuditFilter, $after: String) {\n    auditSealing(warehouseId: $warehouseId) {\n      seal {\n        number\n        at\n      }\n      unsealed\n    }\n    auditTrail(warehouseId: $warehouseId, filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          id\n          at\n          actor\n          device\n          clientTime\n          action\n          subject\n          subjectId\n          details\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').AuditTrailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInWithBadge($badge: String!, $pin: String!) {\n    result: signInWithBadge(badge: $badge, pin: $pin) {\n      __typename\n      ... on SignInWithBadgeSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').SignInWithBadgeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IssueBadge($personId: ID!) {\n    result: issueBadge(personId: $personId) {\n      __typename\n      ... on IssueBadgeSuccess {\n        badge\n        pin\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').IssueBadgeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartPairing($kind: DeviceKind!) {\n    result: startPairing(kind: $kind) {\n      __typename\n      ... on StartPairingSuccess {\n        deviceCode\n        userCode\n        expiresAt\n        intervalSeconds\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').StartPairingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FinishPairing($deviceCode: String!) {\n    result: finishPairing(deviceCode: $deviceCode) {\n      __typename\n      ... on FinishPairingSuccess {\n        device {\n          ...OwnDevice\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').FinishPairingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Devices {\n    devices {\n      id\n      kind\n      name\n      warehouseId\n      approvedBy\n      createdAt\n      lastSeenAt\n      expiresAt\n    }\n    warehouses {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql').DevicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApprovePairing($userCode: String!, $name: String!, $warehouseId: ID!) {\n    result: approvePairing(userCode: $userCode, name: $name, warehouseId: $warehouseId) {\n      __typename\n      ... on ApprovePairingSuccess {\n        kind\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').ApprovePairingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveDevice($id: ID!) {\n    result: removeDevice(id: $id) {\n      __typename\n      ... on RemoveDeviceSuccess {\n        devices {\n          id\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').RemoveDeviceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People {\n    me {\n      grantableRoles {\n        role\n        warehouseId\n      }\n    }\n    people {\n      ...ShownPerson\n    }\n    warehouses {\n      id\n      name\n    }\n  }\n\n  fragment ShownPerson on Person {\n    id\n    name\n    login\n    demo\n    hasAuthenticator\n    manageable\n    disabledAt\n    lastSeenAt\n    hasRolesElsewhere\n    roles {\n      role\n      warehouseId\n    }\n  }\n"): typeof import('./graphql').PeopleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePerson($name: String!, $login: String, $roles: [RoleGrantInput!]!) {\n    result: createPerson(name: $name, login: $login, roles: $roles) {\n      __typename\n      ... on CreatePersonSuccess {\n        linkSecret\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').CreatePersonDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetRoles($personId: ID!, $roles: [RoleGrantInput!]!) {\n    result: setRoles(personId: $personId, roles: $roles) {\n      __typename\n      ... on SetRolesSuccess {\n        person {\n          id\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').SetRolesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetPersonDisabled($personId: ID!, $disabled: Boolean!) {\n    result: setPersonDisabled(personId: $personId, disabled: $disabled) {\n      __typename\n      ... on SetPersonDisabledSuccess {\n        person {\n          id\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').SetPersonDisabledDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetSignIn($personId: ID!) {\n    result: resetSignIn(personId: $personId) {\n      __typename\n      ... on ResetSignInSuccess {\n        linkSecret\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').ResetSignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($login: String!, $password: String!, $code: String) {\n    result: signIn(login: $login, password: $password, code: $code) {\n      __typename\n      ... on SignInSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').SignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInByLink($secret: String!) {\n    result: signInByLink(secret: $secret) {\n      __typename\n      ... on SignInByLinkSuccess {\n        me {\n          hasPassword\n          person {\n            demo\n          }\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').SignInByLinkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateFirstAdmin($secret: String!, $name: String!, $login: String!, $password: String!) {\n    result: createFirstAdmin(secret: $secret, name: $name, login: $login, password: $password) {\n      __typename\n      ... on CreateFirstAdminSuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').CreateFirstAdminDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmIdentity($password: String!, $code: String) {\n    result: confirmIdentity(password: $password, code: $code) {\n      __typename\n      ... on ConfirmIdentitySuccess {\n        me {\n          sessionId\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').ConfirmIdentityDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Here {\n    me {\n      ...ViewerMe\n    }\n    device {\n      ...OwnDevice\n    }\n  }\n\n  fragment OwnDevice on Device {\n    kind\n    name\n    warehouseId\n  }\n"): typeof import('./graphql').HereDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    me {\n      ...ViewerMe\n    }\n  }\n\n  fragment ViewerMe on Me {\n    sessionId\n    hasPassword\n    mustEnableAuthenticator\n    person {\n      id\n      name\n      login\n      hasAuthenticator\n      roles {\n        role\n        warehouseId\n      }\n    }\n  }\n"): typeof import('./graphql').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($id: ID) {\n    result: endSession(id: $id) {\n      __typename\n      ... on EndSessionSuccess {\n        own\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n\n  fragment Refused on Refusal {\n    code\n    message\n    retryAt\n  }\n"): typeof import('./graphql').EndSessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenJournal($warehouseId: ID!) {\n    result: openJournal(warehouseId: $warehouseId) {\n      __typename\n      ... on OpenJournalSuccess {\n        grant\n        journal {\n          id\n          grantExpiresAt\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').OpenJournalDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitCommands($journalId: ID!, $grant: String!, $sentAt: DateTime!, $commands: [JournalCommand!]!) {\n    result: submitCommands(journalId: $journalId, grant: $grant, sentAt: $sentAt, commands: $commands) {\n      __typename\n      ... on SubmitCommandsSuccess {\n        expectedSeq\n        openParked\n        answers {\n          seq\n          status\n          outcome\n          code\n          advice {\n            en\n            ru\n          }\n          orderVersion\n          putBack\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').SubmitCommandsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyWork {\n    me {\n      person {\n        id\n      }\n    }\n    myShift {\n      ...WorkShift\n    }\n    myWork {\n      ...Capsule\n    }\n  }\n\n  fragment WorkShift on Shift {\n    id\n    warehouseId\n    startedAt\n    endsAt\n  }\n\n  fragment Capsule on WorkCapsule {\n    takenAt\n    checkAfterMinutes\n    stops {\n      cell {\n        zone\n        code\n        barcode\n      }\n      sku {\n        ...WorkSku\n      }\n      tasks {\n        cancelled\n        order {\n          ...WorkOrder\n        }\n      }\n    }\n  }\n\n  fragment WorkSku on Sku {\n    id\n    article\n    title\n    size\n    barcodes\n  }\n\n  fragment WorkOrder on Order {\n    id\n    version\n    wbOrderId\n    deadlineAt\n    requiredMeta\n  }\n"): typeof import('./graphql').MyWorkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartShift($commandId: UUID!, $warehouseId: ID!) {\n    result: startShift(commandId: $commandId, warehouseId: $warehouseId) {\n      __typename\n      ... on StartShiftSuccess {\n        shift {\n          ...WorkShift\n        }\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').StartShiftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndShift($commandId: UUID!) {\n    result: endShift(commandId: $commandId) {\n      __typename\n      ... on EndShiftSuccess {\n        returned\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').EndShiftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClaimWork($commandId: UUID!, $warehouseId: ID!, $count: Int!) {\n    result: claimWork(commandId: $commandId, warehouseId: $warehouseId, count: $count) {\n      __typename\n      ... on ClaimWorkSuccess {\n        claimed\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').ClaimWorkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseWork($commandId: UUID!, $warehouseId: ID!) {\n    result: releaseWork(commandId: $commandId, warehouseId: $warehouseId) {\n      __typename\n      ... on ReleaseWorkSuccess {\n        returned\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').ReleaseWorkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HandOverWork($commandId: UUID!, $warehouseId: ID!, $to: String!) {\n    result: handOverWork(commandId: $commandId, warehouseId: $warehouseId, to: $to) {\n      __typename\n      ... on HandOverWorkSuccess {\n        handedOver\n      }\n      ... on Refusal {\n        ...Refused\n      }\n    }\n  }\n"): typeof import('./graphql').HandOverWorkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkWarehouses {\n    warehouses {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql').WorkWarehousesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkingNow($warehouseId: ID!) {\n    shifts(warehouseId: $warehouseId) {\n      id\n      person\n    }\n  }\n"): typeof import('./graphql').WorkingNowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrderByScan($warehouseId: ID!, $text: String!) {\n    result: orderByScan(warehouseId: $warehouseId, text: $text) {\n      __typename\n      ... on OrderByScanSuccess {\n        waiting\n        order {\n          ...WorkOrder\n          attachedMeta\n          sku {\n            ...WorkSku\n          }\n        }\n      }\n      ... on Refusal {\n        ...Refused\n        cells\n      }\n    }\n  }\n"): typeof import('./graphql').OrderByScanDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowClaims($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {\n    orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) {\n      __typename\n      seq\n      prevSeq\n      at\n      ... on BoardSnapshot {\n        epoch\n        last\n        counters {\n          ...ClaimCounts\n        }\n        orders {\n          id\n          version\n        }\n      }\n      ... on OrderUpserted {\n        order {\n          id\n          version\n        }\n      }\n      ... on OrderLeft {\n        orderId\n        state\n      }\n      ... on BoardHeartbeat {\n        epoch\n        asOf\n        stale\n        counters {\n          ...ClaimCounts\n        }\n      }\n      ... on BoardGap {\n        reason\n      }\n    }\n  }\n\n  fragment ClaimCounts on BoardCounters {\n    live {\n      state\n      count\n    }\n    closedToday {\n      state\n      count\n    }\n  }\n"): typeof import('./graphql').FollowClaimsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
