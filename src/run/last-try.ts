import type { Exchange } from '../drivers/driver.ts'
import { removeLeftover } from '../ledger/remove.ts'
import { maxInVain, type Session } from './session.ts'

/** What the subject has no operation for: no run and no sweep could ever delete it. */
const isUndeletable = ({ operations }: Session, kind: 'function' | 'layer'): boolean =>
  operations.unsupported().has(kind === 'function' ? 'DeleteFunction' : 'DeleteLayerVersion')

/**
 * Tries once more, at the end of a run, to delete what was busy or unlucky when its program ended; what was sent. Gives up
 * where it is in vain. Of what can never be deleted the ledger is told, or it would be looked for by every sweep.
 */
export const lastTry = async (session: Session): Promise<readonly Exchange[]> => {
  const { left, ledger, count, settings } = session
  const exchanges: Exchange[] = []
  if (settings.keep) return exchanges
  let inVain = 0
  for (const resource of left.splice(0)) {
    if (isUndeletable(session, resource.kind)) {
      ledger.settle(resource)
      left.push(resource)
      continue
    }
    const isOver = inVain >= maxInVain || session.stop() === 'cancelled'
    const removed = isOver
      ? undefined
      : await removeLeftover(
          async (call) => (await session.send(call, exchanges)).outcome,
          { ...resource, asked: resource.count },
          1,
        )
    if (removed === undefined || removed.is === 'kept') {
      inVain += 1
      left.push(resource)
      continue
    }
    ledger.settle(resource)
    count.deleted += resource.count
  }
  return exchanges
}
