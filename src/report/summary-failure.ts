import { areaOf } from './outcome.ts'
import { noColours } from './paint.ts'
import { replayCommand } from './replay-command.ts'
import type { Failure, Report, RuleReport } from './report.ts'
import { reveal, sanitize } from './sanitize.ts'
import { code, codeBlock, details, fitting } from './summary-markdown.ts'
import { timelineText } from './timeline-text.ts'
import { callsInWords, citationInWords, seenInWords } from './words.ts'
import { labelled } from './wrap.ts'

const width = 100
/** A command that long is not for copying from a page. */
const longestCommand = 2_000

const breachLines = (failure: Failure): readonly string[] => {
  const { expected, actual, steps, shrunkFrom } = failure
  const shrunk = shrunkFrom > steps.length ? `   (shrunk from ${shrunkFrom} calls)` : ''
  return [
    ...labelled('expected', sanitize(expected), width, ''),
    ...labelled('got', sanitize(actual), width, ''),
    ...labelled('after', sanitize(`${callsInWords(steps)}${shrunk}`, 1_000), width, ''),
    // It stands in columns of its own, as on a terminal.
    ...timelineText(failure, width + 2, noColours).map((line) => line.replace(/^ {2}/, '')),
    ...labelled('seen', seenInWords(failure), width, ''),
  ]
}

const replay = (report: Report, failure: Failure, rule: string): string => {
  const command = reveal(replayCommand(report, failure, rule))
  return command.length > longestCommand
    ? `# a command of ${command.length} characters; the token of this failure is in report.json`
    : command
}

/** One violated rule: what was expected and what came open to view, the command behind a click. */
const failureBlock = (report: Report, rule: RuleReport): string => {
  const { failure } = rule
  const docs = sanitize(rule.cites.map(citationInWords).join('; '), 600)
  return [
    `**${code(rule.id, 200)}** (${rule.level}, ${rule.basis})`,
    codeBlock('text', [
      sanitize(rule.title),
      ...(failure === undefined ? [] : breachLines(failure)),
      ...labelled('docs', docs, width, ''),
    ]),
    ...(failure === undefined
      ? []
      : [details('Run this failure again', [codeBlock('sh', [replay(report, failure, rule.id)])])]),
  ].join('\n\n')
}

/** So many bytes in all: what does not fit is named, then counted. */
export const failureBlocks = (
  report: Report,
  rules: readonly RuleReport[],
  bytes: number,
): readonly string[] => {
  const whole = fitting(
    rules.map((rule) => failureBlock(report, rule)),
    bytes * 0.8,
  )
  if (whole.left === 0) return whole.shown
  const rest = rules.slice(whole.shown.length)
  const named = fitting(namedByArea(rest), bytes * 0.15)
  const more = named.left === 0 ? [] : ['- and more, all of them in `report.html`']
  return [
    ...whole.shown,
    `**And ${whole.left} more**, whole in \`report.html\`:`,
    [...named.shown, ...more].join('\n'),
  ]
}

const namedByArea = (rules: readonly RuleReport[]): readonly string[] =>
  [...new Set(rules.map(({ id }) => areaOf(id)))].map(
    (area) =>
      `- ${rules
        .filter(({ id }) => areaOf(id) === area)
        .map(({ id }) => code(id, 200))
        .join(', ')}`,
  )
