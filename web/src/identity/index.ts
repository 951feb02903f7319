export { AccountPage } from './account-page'
export { PeoplePage } from './people-page'
export { SignInPage } from './sign-in-page'
