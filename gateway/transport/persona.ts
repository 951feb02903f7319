/** What kind of caller asks, as far as limits go: `client` is a screen or a device of ours, `analyst` writes documents of their own. */
export type Persona = 'client' | 'analyst'
