// npm run stock:import -- FILE.csv: says to a running gateway which cells there are, and what lies in them.
import { gatewayParts } from './build/parts.mjs'
import { runBuilt } from './build/run-built.mjs'

// npm runs scripts in the package's folder: a file is meant from where the command was given.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)

await runBuilt('gateway/cli/import-stock.js', { wanted: gatewayParts })
