import type { Level } from '../../spec/rules/rule.ts'
import { deniedInWords } from './denied.ts'
import { endingOf } from './ending.ts'
import { percent } from './percent.ts'
import { recordingInWords } from './recording-words.ts'
import { leftOutInWords } from './left-out.ts'
import { leftoversLine, leftoversOf } from './leftovers.ts'
import type { Report } from './report.ts'
import { reveal } from './sanitize.ts'
import { subjectInWords, type TextOptions } from './text-options.ts'
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

const leftBehind = (report: Report, { width, paint }: TextOptions): readonly string[] => {
  const leftovers = leftoversOf(report)
  if (leftovers === undefined) return []
  const style = report.run.resources.leaked > 0 ? 'red' : 'yellow'
  return labelled('leftover', leftoversLine(leftovers), width, '').map((line) => paint(style, line))
}

const lacking = (report: Report, { paint }: TextOptions): readonly string[] => {
  const words = deniedInWords(report)
  return words === undefined ? [] : [paint('yellow', reveal(words))]
}

const leftOut = (report: Report, { width, paint }: TextOptions): readonly string[] => {
  const words = leftOutInWords(report)
  return words === undefined
    ? []
    : labelled('left out', words, width, '').map((line) => paint('yellow', line))
}

const circumstances = ({ run, edition }: Report): string =>
  `edition ${edition}, ${run.profile}, seed ${run.seed}, ${run.requests} calls, ${(run.durationMs / 1000).toFixed(1)} s`

const styles = { good: 'green', bad: 'red', unclear: 'yellow' } as const

const conclusion = (report: Report, { paint }: TextOptions): string => {
  const { tone, word, says, detail, part } = endingOf(report)
  const subject = reveal(subjectInWords(report.subject))
  const why = detail === undefined ? '' : `: ${reveal(detail)}`
  const line = `${word}  ${subject}${says === '' ? '' : ` ${says}`}${why}`
  return part === undefined ? paint(styles[tone], line) : paint('yellow', `${part}: ${line}`)
}

/** The two figures, never summed, and the one line that says how it ended: never wrapped, so that `tail -1` shows it. */
export const verdictText = (report: Report, options: TextOptions): readonly string[] => {
  const recording = recordingInWords(report)
  return [
    // Of one sequence they would say nothing.
    ...(report.replay === undefined ? figures(report, options.width) : []),
    ...(recording === undefined
      ? labelled('run', circumstances(report), options.width, '')
      : labelled('judged', `edition ${report.edition}, ${recording}`, options.width, '')),
    ...leftBehind(report, options),
    ...lacking(report, options),
    ...leftOut(report, options),
    conclusion(report, options),
  ]
}
