import { repeatPublishFailure, reportOf, ruleReport } from '../report.fixture.ts'
import { busyRaceFailure, lostUpdateFailure } from '../timeline.fixture.ts'
import type { Report } from '../report.ts'
import { gated } from '../verdict.ts'

/** 66 rules with a bit of everything: a new failure, a tolerated one, two races, one that is blocked, one surveyed. */
const longLine = `curl ${'x'.repeat(3_000)}`
export const sampleFailure = {
  ...repeatPublishFailure,
  curl: ['curl -sSi one', 'curl -sSi two', longLine],
}
const baseline = {
  kind: 'expected',
  reason: 'known since May',
  issue: 'https://example.org/7',
} as const
const many = Array.from({ length: 60 }, (_, index) => ruleReport(`names/passing-${index}`, 'pass'))
export const sampleReport: Report = gated(
  reportOf([
    ruleReport('no-change/repeat-publish-returns-same-version', 'fail', { failure: sampleFailure }),
    ruleReport('no-change/tolerated', 'fail', {
      failure: sampleFailure,
      baseline,
      level: 'should',
    }),
    ruleReport('concurrency/one-update-per-revision', 'fail', {
      title: 'of several updates with one RevisionId at most one takes effect',
      failure: lostUpdateFailure,
    }),
    ruleReport('concurrency/versions-are-whole', 'fail', {
      title: 'a version never mixes two updates',
      failure: busyRaceFailure,
    }),
    ruleReport('no-change/waiting', 'blocked', { reason: 'waits for no-change/other' }),
    ruleReport('aliases/seen', 'pass', { level: 'may', observed: ['makes a version'] }),
    ...many,
  ]),
  'must',
)
