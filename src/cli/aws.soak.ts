import { expect, test } from 'vitest'
import { noteFigures } from '../soak/note-figures.fixture.ts'
import { expectGoodGuest } from './aws-guest.fixture.ts'
import { printedPolicy, runOnAws, signaturesIn, type OnAws } from './aws.fixture.ts'

const policy = await printedPolicy()

const figuresOf = ({ log, mostInASecond, wallMs, report }: OnAws) => ({
  requests: log.length,
  signaturesChecked: signaturesIn(log),
  mostInAnyOneSecond: mostInASecond,
  throttled: log.filter(({ status }) => status === 429).length,
  wallSeconds: Math.round(wallMs / 1_000),
  must: report?.summary.must,
  coverage: report?.summary.coverage,
})

test('whole runs on the stand-in for AWS pass at 15 calls a second and leave nothing', async () => {
  const runs: Record<string, unknown> = {}
  for (const profile of ['quick', 'standard'] as const) {
    // As AWS does it: a function is not there at once.
    const reference = { decisions: { settling: { kind: 'after-reads', reads: 1 } } } as const
    const ran = await runOnAws(['--seed', '1', '--profile', profile], { policy, reference })
    expect({ code: ran.code, said: ran.stderr }).toMatchObject({ code: 0 })
    expectGoodGuest(ran)
    expect(ran.report?.rules.filter(({ verdict }) => verdict === 'fail')).toEqual([])
    expect(signaturesIn(ran.log)).toBe(ran.log.length)
    runs[profile] = figuresOf(ran)
  }
  noteFigures('aws-stand-in', { policyCharacters: JSON.stringify(policy).length, runs })
})
