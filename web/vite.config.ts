import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { serviceWorker } from './service-worker-plugin.ts'

const gateway = `http://127.0.0.1:${process.env['PORT'] ?? 4000}`
const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    react(),
    serviceWorker({ page: 'work.html', at: '/work', source: page('worker/service-worker.ts'), file: 'work-worker.js' }),
  ],
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // TV sticks keep old engines; the board's own limit is 150 KB gzip (web/e2e/bundle.test.ts), the explorers are heavy by nature.
    // No data: addresses: the page's policy lets in files of this origin only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 8_000,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: page('index.html'),
        work: page('work.html'),
        sandbox: page('sandbox.html'),
        graphiql: page('graphiql.html'),
      },
    },
  },
  // The explorer's workers are files of their own: bundled beforehand they would lose what their names mean to Vite.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'] },
  server: {
    // The Host header stays the page's own: the gateway lets in only pages of the host that it is asked as.
    proxy: {
      '/graphql': {
        target: gateway,
        ws: true,
        bypass: (request) =>
          request.method === 'GET' && request.headers.accept?.includes('text/html') ? '/sandbox.html' : undefined,
      },
      '/health': { target: gateway },
    },
  },
})
