import '../ui/tokens.css'
import '../ui/base.css'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { startWork, WorkApp } from '../work'

const root = document.getElementById('root')
if (!root) throw new Error('work.html has no #root')

// Wanted once a shift, and by the worker kept for when there is no network.
const BadgeSignIn = lazy(async () => ({ default: (await import('../identity')).BadgeSignIn }))

const work = startWork()

createRoot(root).render(
  <StrictMode>
    <WorkApp
      {...work}
      signIn={(onDone) => (
        <Suspense fallback={null}>
          <BadgeSignIn onDone={onDone} />
        </Suspense>
      )}
    />
  </StrictMode>,
)
