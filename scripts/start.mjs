// npm start: builds when something changed, then runs the gateway with everything in it.
import { runBuilt } from './build/run-built.mjs'

await runBuilt('gateway/main.js')
