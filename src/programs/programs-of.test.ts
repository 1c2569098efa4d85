import { expect, onTestFinished, test } from 'vitest'
import { ruleIds } from '../../generated/rule-ids.ts'
import { defaultEdition } from '../../spec/editions.ts'
import { startEmbedded } from '../embedded.ts'
import { httpDriver } from '../drivers/http.ts'
import { judges } from '../judges/registry.ts'
import { attemptProgram } from '../run/attempt.ts'
import { contextOf } from '../run/explore.ts'
import { areaOf, holdsIn, ruleOf } from '../run/selection.ts'
import { openSession } from '../run/session.ts'
import { settingsOf } from '../run/settings.ts'
import { directedPrograms } from './directed.ts'
import { programsOf } from './programs-of.ts'

/** The rules that each directed program exercises on the reference endpoint. */
const exercised = async (variant: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const embedded = await startEmbedded({ variant })
  onTestFinished(embedded.close)
  const driver = httpDriver({
    endpoint: embedded.url,
    region: 'us-east-1',
    edition: defaultEdition,
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
  })
  onTestFinished(driver.close)
  const session = openSession(driver, settingsOf({ seed: 1 }))
  const found = new Map<string, ReadonlySet<string>>()
  for (const { name, actions } of directedPrograms) {
    const { trace } = await attemptProgram(session, actions)
    const context = contextOf(session)
    found.set(
      name,
      new Set(
        ruleIds.filter((id) => !['silent', 'unproven'].includes(judges[id](trace, context).kind)),
      ),
    )
  }
  return found
}

test('every rule of the default edition is exercised by a program of its area, whether functions settle at once or later', async () => {
  const variants = [await exercised('default'), await exercised('asynchronous')]
  const missed = ruleIds.filter(
    (id) =>
      holdsIn(ruleOf(id), defaultEdition) &&
      !variants.some((found) => programsOf[areaOf(id)].some((name) => found.get(name)?.has(id))),
  )
  expect(missed).toEqual([])
})
