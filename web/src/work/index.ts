export { startWork, WorkApp } from './work-app'
