import { availableParallelism } from 'node:os'
import { subjectOperations } from '../../spec/operations.ts'
import { oneLine } from '../drivers/one-line.ts'
import type { ClientMaker } from './client.ts'
import { environmentFor } from './environment.ts'
import { lineTalker } from './line-talker.ts'
import { onceClient } from './once-client.ts'
import { standingClient } from './standing-client.ts'

/**
 * Clients of a program in any language, run by the shell. For each call it is given `{ operation, input }` as a line of JSON
 * and answers `{ ok: true, output }` or `{ ok: false, error: { name, status, message } }`. It finds the target in its
 * environment.
 * @param persistent whether one process answers call after call, each on a line; otherwise each call starts one
 */
export const commandMaker = ({
  command,
  persistent,
}: {
  readonly command: string
  readonly persistent: boolean
}): ClientMaker => ({
  name: oneLine(command),
  operations: subjectOperations,
  // One more than there are processors: some of them wait before they try again.
  atOnce: persistent ? 4 : Math.min(4, availableParallelism() + 1),
  ...(persistent ? {} : { startsAnew: true }),
  open: async (target) => {
    const env = environmentFor(target)
    return persistent ? standingClient(() => lineTalker(command, env)) : onceClient(command, env)
  },
})
