import { Pool } from 'undici'
import { startEmbedded } from '../embedded.ts'
import type { ProgramTrace } from '../drivers/driver.ts'

/** Sends the requests of a run again, one after the other, by a bare client that looks at nothing. Per second. */
export const bareRequestsPerSecond = async (trace: readonly ProgramTrace[]): Promise<number> => {
  const embedded = await startEmbedded()
  const pool = new Pool(embedded.url)
  const requests = trace.flatMap(({ exchanges }) => exchanges.map(({ request }) => request))
  const startedAt = performance.now()
  try {
    for (const { method, path, headers, body } of requests) {
      const reply = await pool.request({
        method,
        path,
        headers,
        body: body ?? null,
      })
      await reply.body.text()
    }
    return (requests.length / (performance.now() - startedAt)) * 1_000
  } finally {
    await pool.destroy()
    await embedded.close()
  }
}
