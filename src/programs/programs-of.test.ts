import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { expect, onTestFinished, test } from 'vitest'
import { bareSdk } from '../../fixtures/wrappers/bare-sdk.ts'
import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import { defaultEdition } from '../../spec/editions.ts'
import { httpDriver } from '../drivers/http.ts'
import { startEmbedded } from '../embedded.ts'
import { judges } from '../judges/registry.ts'
import type { Trace } from '../model/trace.ts'
import { attemptProgram } from '../run/attempt.ts'
import { contextOf } from '../run/explore.ts'
import { areaOf, holdsIn, ruleOf } from '../run/selection.ts'
import { openSession, type Session } from '../run/session.ts'
import { settingsOf } from '../run/settings.ts'
import { inlineMaker } from '../wrapper/inline-client.ts'
import { defineWrapper } from '../wrapper/wrapper.ts'
import { wrapperDriver } from '../wrapper/wrapper-driver.ts'
import type { Program } from './action.ts'
import { directedPrograms } from './directed.ts'
import { racesFor } from './races.ts'
import { programsOf } from './programs-of.ts'

const region = 'us-east-1'

const driverTo = async (variant: string) => {
  const embedded = await startEmbedded({ variant })
  onTestFinished(embedded.close)
  const driver = httpDriver({
    endpoint: embedded.url,
    region,
    edition: defaultEdition,
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
  })
  onTestFinished(driver.close)
  return driver
}

/** The rules that a trace says something of. */
const saidBy = (trace: Trace, session: Session): ReadonlySet<RuleId> =>
  new Set(
    ruleIds.filter(
      (id) => !['silent', 'unproven'].includes(judges[id](trace, contextOf(session)).kind),
    ),
  )

const isOfClients = ({ name }: Program): boolean =>
  programsOf.client.some((ofClients) => ofClients === name)

/** The rules that each directed program exercises on the reference endpoint. */
const exercised = async (variant: string): Promise<ReadonlyMap<string, ReadonlySet<RuleId>>> => {
  const session = openSession(await driverTo(variant), settingsOf({ seed: 1 }))
  const found = new Map<string, ReadonlySet<RuleId>>()
  for (const program of directedPrograms.filter((each) => !isOfClients(each))) {
    const { trace } = await attemptProgram(session, program.actions)
    found.set(program.name, saidBy(trace, session))
  }
  for (const race of racesFor(4)) {
    const { trace } = await attemptProgram(session, race.actions)
    found.set(race.name.replace(/-4$/, ''), saidBy(trace, session))
  }
  return found
}

const ofDefaultEdition = ruleIds.filter((id) => holdsIn(ruleOf(id), defaultEdition))

test('every rule of the default edition is exercised by a program of its area, whether functions settle at once or later', async () => {
  const variants = [await exercised('default'), await exercised('asynchronous')]
  const missed = ofDefaultEdition.filter(
    (id) =>
      areaOf(id) !== 'client' &&
      !variants.some((found) => programsOf[areaOf(id)].some((name) => found.get(name)?.has(id))),
  )
  expect(missed).toEqual([])
})

/** The AWS SDK, and after an update reads until the function has settled. */
const patientSdk = defineWrapper({
  name: 'an SDK that waits',
  create: async (target) => {
    const { updateFunctionCode, ...others } = await bareSdk.create(target)
    const client = new LambdaClient(target)
    return {
      ...others,
      updateFunctionCode: async (input) => {
        await updateFunctionCode?.(input)
        for (;;) {
          const { FunctionName } = input
          const shown = await client.send(new GetFunctionConfigurationCommand({ FunctionName }))
          if (shown.State !== 'Pending' && shown.LastUpdateStatus !== 'InProgress') return shown
        }
      },
    }
  },
})

test('every rule about clients is exercised by the programs for clients, where a client retries and waits', async () => {
  const driver = wrapperDriver({
    maker: await inlineMaker(patientSdk),
    direct: await driverTo('default'),
    edition: defaultEdition,
    region,
    timeoutMs: 30_000,
    startedAt: performance.now(),
  })
  onTestFinished(driver.close)
  const session = openSession(driver, settingsOf({ seed: 1 }))
  const found = await Promise.all(
    directedPrograms.filter(isOfClients).map(async ({ actions }) => {
      const { trace } = await attemptProgram(session, actions)
      return saidBy(trace, session)
    }),
  )
  expect(found).toHaveLength(programsOf.client.length)
  const missed = ofDefaultEdition.filter(
    (id) => areaOf(id) === 'client' && !found.some((said) => said.has(id)),
  )
  expect(missed).toEqual([])
})
