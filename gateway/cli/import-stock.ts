#!/usr/bin/env node
import { setTimeout as sleep } from 'node:timers/promises'
import { parseToken } from '../config.js'
import { runStockImport } from './run-stock-import.js'

process.exitCode = await runStockImport(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  terminal: process.stderr.isTTY ? process.stderr : undefined,
  sleep: (ms) => sleep(ms),
  token: parseToken(),
})
