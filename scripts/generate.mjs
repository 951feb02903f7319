// npm run generate: the database client, the printed contract and the screens' typed operations, from their sources.
import './build/node-version.mjs'
import { generated } from './build/generated.mjs'
import { runTool, seconds } from './build/run-tool.mjs'

const steps = [['prisma', 'generate'], ['tsc', '-b', 'schema'], ...generated.map((file) => file.write)]

for (const [tool = '', ...args] of steps) {
  const { code, output, ms } = await runTool(tool, args)
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${seconds(ms).padStart(7)}  ${tool} ${args.join(' ')}\n`)
  if (code !== 0) {
    process.stdout.write(output)
    process.exit(1)
  }
}
