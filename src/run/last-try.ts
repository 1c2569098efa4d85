import { setTimeout as sleep } from 'node:timers/promises'
import type { Call } from '../call.ts'
import type { Exchange, Outcome } from '../drivers/driver.ts'
import { removeLeftover, type Removed } from '../ledger/remove.ts'
import { keptForReport } from './keep.ts'
import { maxInVain, type Left, type Session } from './session.ts'

/** What the subject has no operation for: no run and no sweep could ever delete it. */
const isUndeletable = ({ operations }: Session, kind: Left['kind']): boolean =>
  operations.unsupported().has(kind === 'function' ? 'DeleteFunction' : 'DeleteLayerVersion')

/** Sends a call and notes what was sent, cut: after a long run there may be much to delete, and a subject may flood each reply. */
export const noting =
  (session: Session, exchanges: Exchange[]) =>
  async (call: Call): Promise<Exchange> => {
    const all: Exchange[] = []
    const exchange = await session.send(call, all)
    exchanges.push(...all.map(keptForReport))
    return exchange
  }

/** Deletes it; again where it was not there yet and may still come. */
const removed = async (
  { settings, elapsedMs }: Session,
  send: (call: Call) => Promise<Outcome>,
  resource: Left,
): Promise<Removed> => {
  const how = { maxTries: 1, believesRefusals: !resource.certain }
  const leftover = { ...resource, at: 0 }
  const first = await removeLeftover(send, leftover, how)
  const late = resource.until - elapsedMs()
  if (first.is !== 'absent' || late <= 0) return first
  await sleep(late, undefined, { signal: settings.signal }).catch(() => undefined)
  return settings.signal?.aborted === true
    ? { is: 'kept', why: 'interrupted', noAnswer: false }
    : removeLeftover(send, leftover, how)
}

/**
 * Tries once more, at the end of a run, to delete what was busy, unlucky or not there yet when its program ended; what was
 * sent. Gives up where it is in vain. Of what can never be deleted the ledger is told, or it would be looked for by every sweep.
 */
export const lastTry = async (session: Session): Promise<readonly Exchange[]> => {
  const { left, ledger, count, settings } = session
  const exchanges: Exchange[] = []
  if (settings.keep) return exchanges
  const sendNoted = noting(session, exchanges)
  const send = async (call: Call): Promise<Outcome> => (await sendNoted(call)).outcome
  let inVain = 0
  for (const resource of left.splice(0)) {
    if (isUndeletable(session, resource.kind)) {
      ledger.settle(resource)
      left.push(resource)
      continue
    }
    const isOver = inVain >= maxInVain || session.stop() === 'cancelled'
    const found = isOver ? undefined : await removed(session, send, resource)
    if (found === undefined || found.is === 'kept') {
      inVain += 1
      left.push(resource)
      continue
    }
    inVain = 0
    ledger.settle(resource)
    count.deleted += resource.count
  }
  return exchanges
}
