// npm run audit:verify [-- --known < FILE]: recomputes the seals of the audit trail and names the first that does not fit.
import { gatewayParts } from './build/parts.mjs'
import { runBuilt } from './build/run-built.mjs'

await runBuilt('gateway/verify-audit.js', { wanted: gatewayParts })
