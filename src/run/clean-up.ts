import { setTimeout as sleep } from 'node:timers/promises'
import type { Call } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { member, text } from '../model/json.ts'
import { fateOf, successBody } from '../model/reply.ts'
import { functionNameOf } from '../model/step.ts'
import { appendStep, type Step } from '../model/trace.ts'
import type { Session } from './session.ts'

const maxTries = 5

/** Functions that the calls of a trace may have made: a lost reply may hide a creation. */
const functionsMade = (steps: readonly Step[]): readonly string[] => [
  ...new Set(
    steps
      .filter(
        ({ exchange: { call, outcome } }) =>
          call.operation === 'CreateFunction' && fateOf(outcome) !== 'refused',
      )
      .map(({ exchange }) => functionNameOf(exchange.call)),
  ),
]

/** Layer versions that the calls of a trace made, by name and number. */
const layerVersionsMade = (steps: readonly Step[]): readonly Call[] =>
  steps.flatMap(({ exchange: { call, outcome } }): Call[] => {
    const number = member(successBody(outcome), 'Version')
    const name = text(call.input, 'LayerName')
    return call.operation !== 'PublishLayerVersion' || number === undefined || name === undefined
      ? []
      : [{ operation: 'DeleteLayerVersion', input: { LayerName: name, VersionNumber: number } }]
  })

const isGone = ({ outcome }: Exchange): boolean =>
  fateOf(outcome) === 'accepted' || (outcome.kind === 'reply' && outcome.status === 404)

/**
 * Deletes what an attempt made. The calls are part of its trace, so that their replies are judged too. A deletion refused
 * while an update ends is tried again; what remains counts as leaked.
 */
export const cleanUp = async (
  session: Session,
  steps: Step[],
  exchanges: Exchange[],
): Promise<void> => {
  const functions = functionsMade(steps)
  const layerVersions = layerVersionsMade(steps)
  session.count.created += functions.length + layerVersions.length
  if (session.settings.keep) return

  const remove = async (call: Call): Promise<void> => {
    if (session.operations.isUnsupported(call.operation)) return
    for (let tries = 0; tries < maxTries; tries += 1) {
      if (tries > 0) await sleep(50 * 2 ** tries)
      const exchange = await session.send(call, exchanges)
      steps.push(appendStep(steps, exchange))
      if (isGone(exchange)) {
        session.count.deleted += 1
        return
      }
      if (exchange.outcome.kind === 'reply' && exchange.outcome.status !== 409) return
    }
  }

  const state = steps.at(-1)?.after
  for (const name of functions) {
    if (state?.functions.get(name)?.existence === 'absent') session.count.deleted += 1
    else await remove({ operation: 'DeleteFunction', input: { FunctionName: name } })
  }
  for (const call of layerVersions) {
    const layer = state?.layers.get(text(call.input, 'LayerName') ?? '')
    if (layer?.deleted.has(Number(call.input['VersionNumber']))) session.count.deleted += 1
    else await remove(call)
  }
}
