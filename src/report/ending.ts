import { cutShort } from './cut-short.ts'
import type { Report } from './report.ts'
import { verdictOf, type RunVerdict } from './verdict.ts'

/** How a run ended, in the words of every form of report: `WORD  SUBJECT says: detail`. */
export type Ending = {
  readonly tone: 'good' | 'bad' | 'unclear'
  readonly word:
    | 'PASS'
    | 'FAIL'
    | 'UNTESTED'
    | 'ERROR'
    | 'INTERRUPTED'
    | 'FIXED'
    | 'STILL FAILING'
    | 'CANNOT REPRODUCE'
  /** Our own words about the subject, which stands before them; empty where only the detail speaks. */
  readonly says: string
  /** Why; it may hold text of the subject. */
  readonly detail?: string
  /** What the words above do not speak for: the report is of a part. */
  readonly part?: string
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const cutShortInWords = 'CUT SHORT, the credentials were no longer taken'

/** The same of a run that came to its end, and of one that was cut short: a part must not read like the whole. */
const partOf = (report: Report): string | undefined => {
  const { shard } = report
  if (shard !== undefined) return `SHARD ${shard.index}/${shard.of}, its part alone`
  const why = cutShort(report)
  switch (why) {
    case 'interrupted':
      return 'INTERRUPTED'
    case 'no longer authorized':
      return cutShortInWords
    case undefined:
      return undefined
    default:
      return why satisfies never
  }
}

const passing = ({ rules, summary, run }: Report, failOn: 'must' | 'should'): string => {
  const levels = failOn === 'must' ? 'must' : 'must or should'
  const { must, should } = summary
  const undecided = must.undecided + (failOn === 'must' ? 0 : should.undecided)
  const tolerated = rules.filter(
    ({ baseline, level }) => baseline !== undefined && (level === 'must' || failOn === 'should'),
  ).length
  const because =
    run.stopped === undefined || run.stopped === 'cancelled' ? '' : ` (${run.stopped})`
  return [
    `violates no ${levels} rule that was judged`,
    ...(tolerated > 0 ? [` but ${tolerated} that the baseline lists`] : []),
    ...(failOn === 'must' && should.fail > 0 ? [`, ${should.fail} should failed`] : []),
    ...(undecided > 0 ? [`, ${undecided} ${levels} undecided${because}`] : []),
  ].join('')
}

const violating = (
  { baseline }: Report,
  { rules, problems }: Extract<RunVerdict, { kind: 'violates' }>,
  failOn: 'must' | 'should',
): string => {
  const levels = failOn === 'must' ? 'must' : 'must or should'
  const unlisted = baseline === undefined ? '' : ' that the baseline does not list'
  return [
    ...(rules.length === 0
      ? []
      : [`violates ${counted(rules.length, `${levels} rule`)}${unlisted}`]),
    ...(problems.length === 0
      ? []
      : [
          `has a baseline that needs ${problems.length === 1 ? 'a change' : `${problems.length} changes`}`,
        ]),
  ].join(', and ')
}

const ofReplay = ({ outcome, reason }: NonNullable<Report['replay']>): Ending => {
  switch (outcome) {
    case 'fixed':
      return { tone: 'good', word: 'FIXED', says: '', detail: reason }
    case 'still-failing':
      return { tone: 'bad', word: 'STILL FAILING', says: '', detail: reason }
    case 'cannot-reproduce':
      return { tone: 'unclear', word: 'CANNOT REPRODUCE', says: '', detail: reason }
    default:
      return outcome satisfies never
  }
}

const ofRun = (report: Report): Ending => {
  const failOn = report.gate?.failOn ?? 'must'
  const verdict = verdictOf(report, failOn)
  switch (verdict.kind) {
    case 'conforms':
      return { tone: 'good', word: 'PASS', says: passing(report, failOn) }
    case 'violates':
      return { tone: 'bad', word: 'FAIL', says: violating(report, verdict, failOn) }
    case 'untested':
      return report.run.stopped === 'cancelled'
        ? { tone: 'unclear', word: 'INTERRUPTED', says: `${passing(report, failOn)} so far` }
        : { tone: 'unclear', word: 'UNTESTED', says: '', detail: verdict.because }
    case 'harness-error':
      return {
        tone: 'unclear',
        word: 'ERROR',
        says: `is not to blame: the harness failed on ${counted(verdict.rules.length, 'rule')}`,
      }
    default:
      return verdict satisfies never
  }
}

export const endingOf = (report: Report): Ending => {
  const ending = report.replay === undefined ? ofRun(report) : ofReplay(report.replay)
  const part = partOf(report)
  // Told already: by the word, or by what made it untested.
  const isTold = part === ending.word || (part === cutShortInWords && ending.word === 'UNTESTED')
  return part === undefined || isTold ? ending : { ...ending, part }
}
