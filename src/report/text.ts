import type { Level } from '../../spec/rules/rule.ts'
import { baselineText } from './baseline-text.ts'
import { failureText } from './failure-text.ts'
import type { Report } from './report.ts'
import { surveyedText } from './surveyed-text.ts'
import { tableText } from './table-text.ts'
import type { TextOptions } from './text-options.ts'
import { unjudgedText } from './unjudged-text.ts'
import { verdictText } from './verdict-text.ts'

const levels: readonly Level[] = ['must', 'should', 'may']

/** The results for people: what failed, what was not judged, what was seen, the table, the verdict last. */
export const reportText = (report: Report, options: TextOptions): string => {
  const failures = levels.flatMap((level) =>
    report.rules
      .filter((rule) => rule.verdict === 'fail' && rule.level === level)
      // Listed failures have a line of their own with the baseline.
      .filter((rule) => rule.baseline === undefined)
      .map((rule) => failureText(report, rule, options)),
  )
  const survey = [
    unjudgedText(report.rules, options),
    surveyedText(report.rules, options),
    report.rules.length === 0 ? [] : tableText(report.rules, options),
  ]
  // Who runs one failure again asks for that one alone.
  const blocks = [
    ...failures,
    ...(report.replay === undefined ? survey : []),
    baselineText(report, options),
    verdictText(report, options),
  ]
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}
