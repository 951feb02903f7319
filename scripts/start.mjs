// npm start: builds when something changed, then runs the gateway with everything in it.
import { runBuilt } from './build/run-built.mjs'

// `npm start --no-demo`, without the `--` before it: npm takes the flag for a setting of its own and says so here alone.
if (process.env.npm_config_demo === '') process.argv.push('--no-demo')

await runBuilt('gateway/main.js')
