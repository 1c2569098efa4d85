import { clientText } from './client-text.ts'
import { replayCommand } from './replay-command.ts'
import type { Failure, Report, RuleReport } from './report.ts'
import { reveal, sanitize } from './sanitize.ts'
import type { TextOptions } from './text-options.ts'
import { timelineText } from './timeline-text.ts'
import { callsInWords, citationInWords, seenInWords } from './words.ts'
import { labelled, wrap } from './wrap.ts'

/** A line longer than this holds a package; on a terminal it would push everything else away. */
const longestShellLine = 4_000

const shellLines = (lines: readonly string[]): readonly string[] =>
  lines.map((line) =>
    line.length > longestShellLine
      ? `# a line of ${line.length.toLocaleString('en-US')} characters, whole in report.json and in failures/ (--out DIR)`
      : // Never wrapped: these are for copying.
        reveal(line),
  )

const failureLines = (
  { title }: RuleReport,
  failure: Failure,
  { width, paint }: TextOptions,
): readonly string[] => {
  // The explanation stands on its own elsewhere; here the title has just been read.
  const note = failure.explanation.replace(`${title}.`, '').trim()
  const { steps, shrunkFrom } = failure
  const shrunk = shrunkFrom > steps.length ? `   (shrunk from ${shrunkFrom} calls)` : ''
  return [
    ...labelled('expected', sanitize(failure.expected), width),
    ...labelled('got', sanitize(failure.actual), width),
    ...(note === '' ? [] : labelled('note', sanitize(note), width)),
    ...labelled('after', `${callsInWords(steps)}${shrunk}`, width),
    ...timelineText(failure, width, paint),
    ...clientText(steps.at(-1), width),
  ]
}

/** One violated rule, readable on its own. */
export const failureText = (
  report: Report,
  rule: RuleReport,
  options: TextOptions,
): readonly string[] => {
  const { paint, width } = options
  const { failure } = rule
  const mark = rule.level === 'must' ? paint('red', '✗') : paint('yellow', '✗')
  return [
    `${mark} ${paint('bold', rule.id)}   ${rule.level}, ${rule.basis}`,
    ...wrap(sanitize(rule.title), width - 2).map((line) => `  ${line}`),
    ...(failure === undefined ? [] : failureLines(rule, failure, options)),
    ...labelled('docs', rule.cites.map(citationInWords).join('; '), width),
    ...(failure === undefined
      ? []
      : [
          ...labelled('seen', seenInWords(failure), width),
          `  ${'replay'.padEnd(10)}${reveal(replayCommand(report, failure, rule.id))}`,
          ...shellLines(failure.curl).map(
            (line, index) => `  ${(index === 0 ? 'curl' : '').padEnd(10)}${line}`,
          ),
        ]),
  ]
}
