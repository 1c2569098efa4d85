import { expect, test } from 'vitest'
import { isPartial } from '../baseline/apply-baseline.ts'
import { badgeJson } from './badge.ts'
import { endingOf } from './ending.ts'
import { reportOf, ruleReport } from './report.fixture.ts'
import { verdictOf } from './verdict.ts'

const { run } = reportOf([])
const stopped = { ...run, stopped: 'no longer authorized' }
const held = ruleReport('no-change/open', 'pass')
const open = ruleReport('names/open', 'undecided', { reason: 'the run was no longer authorized' })

test('a run whose credentials were no longer taken is not tested, and says what is open', () => {
  expect(verdictOf(reportOf([held, open], { run: stopped }), 'must')).toEqual({
    kind: 'untested',
    because:
      'the credentials were no longer taken (they may have expired), and 1 rule is undecided; renew them and run again',
  })
  expect(verdictOf(reportOf([held], { run: stopped }), 'must')).toEqual({
    kind: 'untested',
    because:
      'the credentials were no longer taken (they may have expired); renew them and run again',
  })
})

test('a shard whose credentials were no longer taken is not tested either', () => {
  const shard = { shard: { index: 1, of: 2 } } as Parameters<typeof reportOf>[1]
  expect(verdictOf(reportOf([held], { ...shard, run: stopped }), 'must').kind).toBe('untested')
})

test('such a run is a part of one', () => {
  const report = reportOf([held, open], { run: stopped })
  expect(isPartial(report)).toBe(true)
  expect(badgeJson(report)).toContain('"part of a run"')
  const broken = reportOf([ruleReport('no-change/broken', 'fail')], { run: stopped })
  expect(verdictOf(broken, 'must').kind).toBe('violates')
  expect(endingOf(broken).part).toBe('CUT SHORT, the credentials were no longer taken')
  expect(endingOf(report).part).toBeUndefined()
})

test('what ran out of time or of requests is judged by what it came to', () => {
  const report = reportOf([held, open], { run: { ...run, stopped: 'out of time' } })
  expect(verdictOf(report, 'must').kind).toBe('conforms')
  expect(isPartial(report)).toBe(false)
})
