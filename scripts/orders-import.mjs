// npm run orders:import -- FILE: feeds a saved answer of the marketplace's orders method to a running gateway.
import { gatewayParts } from './build/parts.mjs'
import { runBuilt } from './build/run-built.mjs'

await runBuilt('gateway/cli/import-orders.js', { wanted: gatewayParts })
