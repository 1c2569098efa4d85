import { expect, test } from 'vitest'
import { learnSecrets } from '../drivers/secrets.ts'
import { clientOf, driverThrough } from './wrapper.fixture.ts'

const secret = 'pl4nted/wJalr+XUtn=FEMI'
learnSecrets([secret])

test.each([
  [{ kind: 'output', output: { Version: secret } } as const],
  [{ kind: 'error', name: secret, message: `no ${secret}` } as const],
  [{ kind: 'none', reason: 'died', because: `it said ${secret}` } as const],
])('what a client answers is noted without a secret: %j', async (answer) => {
  const driver = await driverThrough(clientOf(async () => answer))
  const exchange = await driver.send({ operation: 'PublishVersion', input: { FunctionName: 'f' } })
  const noted = JSON.stringify(exchange)
  expect(noted).toContain('REDACTED')
  expect(noted).not.toContain('pl4nted')
})
