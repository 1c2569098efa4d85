import { afterAll, expect, onTestFinished, test } from 'vitest'
import { serveReference } from '../../fixtures/reference/serve.ts'
import { defaultEdition } from '../../spec/editions.ts'
import { httpDriver } from '../drivers/http.ts'
import { noteFigures } from '../soak/note-figures.fixture.ts'
import { caughtOf20, withWindow } from './windows.fixture.ts'

const figures: Record<string, string> = {}

afterAll(() => noteFigures('windows', figures))

/** Over a socket, as of any other subject. */
test.each(withWindow.map((mutant) => [mutant.name, mutant] as const))(
  'a server that %s is caught with at least 19 of 20 seeds',
  async (name, mutant) => {
    const served = await serveReference(mutant.options)
    onTestFinished(served.close)
    const caught = await caughtOf20(mutant, () =>
      httpDriver({
        endpoint: served.url,
        region: 'us-east-1',
        edition: defaultEdition,
        credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
      }),
    )
    figures[name] = `${caught} of 20`
    expect(caught).toBeGreaterThanOrEqual(19)
  },
)
