import { onTestFinished, expect, test } from 'vitest'
import { startEmbedded } from '../embedded.ts'
import type { Report } from '../report/report.ts'
import { gated } from '../report/verdict.ts'
import { finish } from '../run/run.fixture.ts'
import { applied, problemsIn } from './baseline.fixture.ts'
import { initBaseline } from './init-baseline.ts'
import { parseBaseline } from './parse-baseline.ts'
import { pruneBaseline } from './prune-baseline.ts'
import { updateBaseline } from './update-baseline.ts'

/** What a run says of the reference endpoint with one thing done wrong. */
const judged = async (mutant: string | undefined, seed: number): Promise<Report> => {
  const embedded = await startEmbedded(mutant === undefined ? {} : { mutant })
  onTestFinished(embedded.close)
  const { report } = await finish({ endpoint: embedded.url }, { profile: 'quick', seed })
  return gated(report, 'should')
}

const details = { signatures: true }

test.each([
  'no-change/dry-run-is-no-change',
  'errors/have-a-message',
  'messages/function-not-found',
  'supporting/create-defaults',
  'publish-version/keeps-last-modified',
  'names/read-by-function-and-name',
])(
  'a baseline made of the breach of %s tolerates it in a run with another seed',
  async (mutant) => {
    const [report, again] = [await judged(mutant, 1), await judged(mutant, 77)]
    const { text, changes } = initBaseline(report, 'should', details)
    expect(changes).toContain(`listed ${mutant}`)
    expect(text).toContain('signature: ')
    for (const run of [report, again]) {
      const { baseline, gate } = applied(run, text)
      expect({ problems: baseline?.problems, gate }).toEqual({
        problems: [],
        gate: { failOn: 'should', verdict: 'conforms', newFailures: [] },
      })
    }
  },
)

test('a baseline follows a subject that mends one thing and breaks another', async () => {
  const before = await judged('errors/have-a-message', 1)
  const after = await judged('no-change/dry-run-is-no-change', 2)
  const { text } = initBaseline(before, 'should', details)
  expect(problemsIn(applied(after, text))).toContain('stale errors/have-a-message')
  const updated = updateBaseline(parseBaseline(text, 'k'), after, 'should', details)
  const mended = pruneBaseline(parseBaseline(updated.text, 'k'), after)
  expect(applied(after, mended.text)).toMatchObject({
    gate: { verdict: 'conforms' },
    baseline: { problems: [] },
  })
  const sound = await judged(undefined, 3)
  expect(pruneBaseline(parseBaseline(mended.text, 'k'), sound).text).toContain(
    'expectedFailures: []',
  )
})
