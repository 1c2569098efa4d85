import type { Level } from '../../spec/rules/rule.ts'
import { percent } from './percent.ts'
import type { Report } from './report.ts'
import { reveal } from './sanitize.ts'
import { subjectInWords, type TextOptions } from './text-options.ts'
import { verdictOf } from './verdict.ts'
import { labelled } from './wrap.ts'

const rulesInWords = (count: number): string => `${count} ${count === 1 ? 'rule' : 'rules'}`

const levelInWords = ({ summary }: Report, level: Level): string => {
  const { pass, fail } = summary[level]
  const share = summary.conformance[level]
  return share === null ? `${level} –` : `${level} ${percent(share)} (${pass} of ${pass + fail})`
}

const figures = (report: Report, width: number): readonly string[] => {
  const judged = report.rules.filter(
    ({ verdict }) => verdict === 'pass' || verdict === 'fail',
  ).length
  // `may` rules have no conformance to speak of: they never fail.
  const conformance = (['must', 'should'] as const)
    .map((level) => levelInWords(report, level))
    .join(',  ')
  const coverage = `${percent(report.summary.coverage)} (${judged} of ${rulesInWords(report.rules.length)} judged)`
  return [
    ...labelled('conforms', conformance, width, ''),
    ...labelled('coverage', coverage, width, ''),
  ]
}

const leftBehind = ({ run }: Report, { paint }: TextOptions): readonly string[] =>
  run.resources.leaked === 0
    ? []
    : [
        paint(
          'yellow',
          `leftover  ${run.resources.leaked} of ${run.resources.created} resources were not deleted`,
        ),
      ]

const outcome = (report: Report): readonly ['red' | 'green' | 'yellow', string] => {
  const subject = reveal(subjectInWords(report.subject))
  const failOn = report.gate?.failOn ?? 'must'
  const verdict = verdictOf(report, failOn)
  const levels = failOn === 'must' ? 'must' : 'must or should'
  switch (verdict.kind) {
    case 'conforms': {
      const { must, should } = report.summary
      const undecided = must.undecided + (failOn === 'must' ? 0 : should.undecided)
      const tolerated = report.rules.filter(
        ({ baseline, level }) =>
          baseline !== undefined && (level === 'must' || failOn === 'should'),
      ).length
      const rest = [
        ...(tolerated > 0 ? [` but ${tolerated} that the baseline lists`] : []),
        ...(failOn === 'must' && should.fail > 0 ? [`, ${should.fail} should failed`] : []),
        // A run that was cut short must not read like one that came to its end.
        ...(undecided > 0 ? [`, ${undecided} ${levels} undecided`] : []),
      ].join('')
      return ['green', `PASS  ${subject} violates no ${levels} rule that was judged${rest}`]
    }
    case 'violates': {
      const { rules, problems } = verdict
      const known = report.baseline === undefined ? '' : ' that the baseline does not list'
      const found = [
        ...(rules.length === 0
          ? []
          : [
              `violates ${rules.length} ${levels} ${rules.length === 1 ? 'rule' : 'rules'}${known}`,
            ]),
        ...(problems.length === 0
          ? []
          : [
              `the baseline needs ${problems.length === 1 ? 'a change' : `${problems.length} changes`}`,
            ]),
      ]
      return ['red', `FAIL  ${subject}${rules.length === 0 ? ':' : ''} ${found.join(', and ')}`]
    }
    case 'untested':
      return ['red', `UNTESTED  no rule could be judged on ${subject}`]
    case 'harness-error':
      return [
        'red',
        `ERROR  the harness failed on ${rulesInWords(verdict.rules.length)}; ${subject} is not to blame`,
      ]
    default:
      return verdict satisfies never
  }
}

const circumstances = ({ run, edition }: Report): string =>
  `edition ${edition}, ${run.profile}, seed ${run.seed}, ${run.requests} calls, ${(run.durationMs / 1000).toFixed(1)} s`

const replayOutcome = (
  { subject }: Report,
  replay: NonNullable<Report['replay']>,
): readonly ['red' | 'green' | 'yellow', string] => {
  const on = `on ${reveal(subjectInWords(subject))}: ${reveal(replay.reason)}`
  switch (replay.outcome) {
    case 'fixed':
      return ['green', `FIXED  ${on}`]
    case 'still-failing':
      return ['red', `STILL FAILING  ${on}`]
    case 'cannot-reproduce':
      return ['yellow', `CANNOT REPRODUCE  ${on}`]
    default:
      return replay.outcome satisfies never
  }
}

/** A run of everything, a part of one, or one failure again. */
const conclusion = (report: Report): readonly ['red' | 'green' | 'yellow', string] => {
  if (report.replay !== undefined) return replayOutcome(report, report.replay)
  const [style, text] = outcome(report)
  const { shard } = report
  return shard === undefined
    ? [style, text]
    : [style, `SHARD ${shard.index}/${shard.of}  its part alone: ${text}`]
}

/** The two figures, never summed, and the one line that says how it ended: never wrapped, so that `tail -1` shows it. */
export const verdictText = (report: Report, options: TextOptions): readonly string[] => {
  const [style, text] = conclusion(report)
  return [
    // Of one sequence they would say nothing.
    ...(report.replay === undefined ? figures(report, options.width) : []),
    ...labelled('run', circumstances(report), options.width, ''),
    ...leftBehind(report, options),
    options.interrupted
      ? options.paint('yellow', `INTERRUPTED  so far: ${text}`)
      : options.paint(style, text),
  ]
}
