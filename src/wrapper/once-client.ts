import type { Client } from './client.ts'
import { onceTalker, type OnceTalker } from './once-talker.ts'
import { closedTold, converse, ended } from './talker.ts'

/**
 * A client that starts the program anew for each call. The next process is started while one is waited for, so that the
 * start of an interpreter costs no time: it waits at its standard input.
 */
export const onceClient = (command: string, env: NodeJS.ProcessEnv): Client => {
  const running = new Set<OnceTalker>()
  let spare: OnceTalker | undefined
  let isSpareOfUse = true
  let isClosed = false
  const start = (): OnceTalker => {
    const talker = onceTalker(command, env)
    running.add(talker)
    return talker
  }
  const end = async (talker: OnceTalker): Promise<void> => {
    await ended(talker)
    running.delete(talker)
  }
  const next = (): OnceTalker => {
    const kept = spare
    spare = undefined
    if (kept === undefined) return start()
    if (kept.waits()) return kept
    // It does not wait to be asked, so that nothing can be started ahead of time.
    isSpareOfUse = false
    void end(kept)
    return start()
  }
  return {
    ask: async (ask, timeoutMs) => {
      if (isClosed) return closedTold
      const talker = next()
      const told = converse(talker, ask, timeoutMs)
      if (isSpareOfUse) spare ??= start()
      try {
        return await told
      } finally {
        await end(talker)
      }
    },
    close: async () => {
      isClosed = true
      await Promise.all([...running].map(end))
    },
  }
}
