import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/link-secret'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Route, Switch } from 'wouter'
import { BoardPage } from '../board'
import { HomePage } from './home-page'
import { AccountPage, AuditPage, BadgePage, DevicesPage, PairPage, PeoplePage, SignInPage } from './identity-pages'
import { LeadPage } from './lead-page'
import { NotFoundPage } from './not-found-page'
import { reloadWhenRenewed } from './reload-when-renewed'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Switch>
      <Route path="/">
        <HomePage />
      </Route>
      <Route path="/board/:warehouse">{({ warehouse }) => <BoardPage key={warehouse} warehouseId={warehouse} />}</Route>
      <Route path="/sign-in">
        <SignInPage />
      </Route>
      <Route path="/account">
        <AccountPage />
      </Route>
      <Route path="/people">
        <PeoplePage />
      </Route>
      <Route path="/pair">
        <PairPage />
      </Route>
      <Route path="/devices">
        <DevicesPage />
      </Route>
      <Route path="/badge">
        <BadgePage />
      </Route>
      <Route path="/lead">
        <LeadPage warehouseId={null} />
      </Route>
      <Route path="/lead/:warehouse">{({ warehouse }) => <LeadPage warehouseId={warehouse} />}</Route>
      <Route path="/audit">
        <AuditPage />
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  </StrictMode>,
)
reloadWhenRenewed()
