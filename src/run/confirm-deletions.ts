import type { Call, Json } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { inWords, type Resource } from '../ledger/resource.ts'
import { member } from '../model/json.ts'
import { isSuccess, successBody } from '../model/reply.ts'
import { noting } from './last-try.ts'
import type { Session } from './session.ts'

const lookAt = ({ kind, name }: Resource): Call =>
  kind === 'function'
    ? { operation: 'GetFunctionConfiguration', input: { FunctionName: name } }
    : { operation: 'ListLayerVersions', input: { LayerName: name } }

const isShown = ({ call, outcome }: Exchange): boolean => {
  if (outcome.kind === 'lost' || !isSuccess(outcome)) return false
  if (call.operation !== 'ListLayerVersions') return true
  const versions: Json | undefined = member(successBody(outcome), 'LayerVersions')
  return Array.isArray(versions) && versions.length > 0
}

/** Looked for one by one at most: a subject that keeps what it says is deleted keeps the others, too. */
const mostLooks = 10

/**
 * Looks for what was deleted last, a function and a layer, and for all the others where it is there still: some subjects
 * answer a deletion and do nothing. What is there is listed again, and counts as left. What was sent.
 */
export const confirmDeletions = async (session: Session): Promise<readonly Exchange[]> => {
  const { gone, left, ledger, count, operations, settings } = session
  const exchanges: Exchange[] = []
  if (settings.keep || session.stop() === 'cancelled') return exchanges
  const send = noting(session, exchanges)
  const isThere = async (resource: Resource): Promise<boolean> => {
    const call = lookAt(resource)
    return !operations.isUnsupported(call.operation) && isShown(await send(call))
  }
  for (const kind of ['function', 'layer'] as const) {
    const deleted = [
      ...new Map(
        gone.filter((each) => each.kind === kind).map((each) => [inWords(each), each]),
      ).values(),
    ]
    const last = deleted.at(-1)
    if (last === undefined || !(await isThere(last))) continue
    for (const [index, resource] of deleted.entries()) {
      if (index < mostLooks && !(await isThere(resource))) continue
      ledger.ask(resource)
      left.push({ ...resource, count: 1, asked: 1, until: 0, certain: true })
      count.deleted -= 1
    }
  }
  return exchanges
}
