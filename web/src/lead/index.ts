export { LeadPage } from './lead-page'
