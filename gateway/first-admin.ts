import type { Config } from './config.js'
import { firstAdmin } from './messages.js'
import { openDatabase } from './open-database.js'
import { createPool, findRoles } from './storage/pool.js'
import { FIRST_ADMIN_MINUTES, makeFirstAdminLink } from './storage/session/sign-in-links.js'
import type { Logger } from './transport/log.js'

/** What to tell whoever asks for a link that makes the first administrator: it, or that there is an administrator. */
export const offerFirstAdmin = async (config: Config, log: Logger): Promise<string> => {
  const { url } = await openDatabase(config, log)
  const pool = createPool(url, { role: (await findRoles(url)).app, max: 1 })
  try {
    const secret = await makeFirstAdminLink({ pool }, FIRST_ADMIN_MINUTES)
    return secret === undefined
      ? 'There is an administrator already: ask them for a link. / Администратор уже есть: ссылку для входа даст он.'
      : firstAdmin(config.publicUrl?.origin ?? `http://localhost:${config.port}`, secret)
  } finally {
    await pool.end()
  }
}
