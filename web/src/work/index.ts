export { WorkApp } from './work-app'
