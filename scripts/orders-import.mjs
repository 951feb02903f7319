// npm run orders:import -- FILE: feeds a saved answer of the marketplace's orders method to a running gateway.
import { gatewayParts } from './build/parts.mjs'
import { runBuilt } from './build/run-built.mjs'

// npm runs scripts in the package's folder: a file is meant from where the command was given.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)

await runBuilt('gateway/cli/import-orders.js', { wanted: gatewayParts })
