import { breachInWords, ofKind, outcomesOf } from './outcome.ts'
import { leftoversLine, leftoversOf } from './leftovers.ts'
import { replayCommand } from './replay-command.ts'
import type { Report, RuleReport } from './report.ts'
import { reveal, sanitize } from './sanitize.ts'
import { isRace } from './timeline-places.ts'
import { callsInWords, citationInWords, clientsInWords } from './words.ts'

type Annotation = {
  readonly title: string
  readonly lines: readonly string[]
  readonly file?: string
  readonly line?: number
}

/** GitHub shows so many of a kind per step, and drops the rest without a word. */
const shown = 10

const asData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const asProperty = (text: string): string =>
  asData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

const command = (kind: 'error' | 'warning', { title, lines, file, line }: Annotation): string => {
  const properties = { file, line, title: sanitize(title, 200) }
  const said = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${asProperty(reveal(String(value)))}`],
  )
  return `::${kind} ${said.join(',')}::${asData(lines.map(reveal).join('\n'))}`
}

/** Where several clients called at once, who called what: by the calls alone nobody would guess it. */
const atOnce = ({ failure }: RuleReport): readonly string[] =>
  failure !== undefined && isRace(failure.steps)
    ? [sanitize(`${clientsInWords(failure.steps)}: ${callsInWords(failure.steps)}`, 600)]
    : []

const errorsOf = (report: Report): readonly Annotation[] => {
  const { verdict, rules } = outcomesOf(report)
  const { file = '', problems = [] } = report.baseline ?? {}
  return [
    ...ofKind(rules, 'failed').map(({ rule, message }) => ({
      title: `${rule.id} (${rule.level})`,
      lines: [
        sanitize(rule.title),
        message,
        ...atOnce(rule),
        `docs: ${rule.cites.map(citationInWords).join('; ')}`,
        ...(rule.failure === undefined
          ? []
          : [`replay: ${replayCommand(report, rule.failure, rule.id)}`]),
      ],
    })),
    ...problems.map(({ kind, entry, line, message }) => ({
      title: `${kind} entry in the baseline: ${entry}`,
      lines: [sanitize(message)],
      file,
      ...(line === undefined ? {} : { line }),
    })),
    ...ofKind(rules, 'broken').map(({ rule, message }) => ({
      title: `${rule.id}: no verdict`,
      lines: [message],
    })),
    ...(verdict.kind === 'untested'
      ? [{ title: 'untested', lines: [sanitize(verdict.because)] }]
      : []),
  ]
}

/** One for what was left behind, and one for all failures: they do not fail the step, and each of its own would push the errors out of sight. */
const warningsOf = (report: Report): readonly Annotation[] => {
  const below = ofKind(outcomesOf(report).rules, 'below-gate')
  const leftovers = leftoversOf(report)
  const leaks: readonly Annotation[] =
    leftovers === undefined ? [] : [{ title: 'leftovers', lines: [leftoversLine(leftovers)] }]
  if (below.length === 0) return leaks
  const named = below
    .slice(0, shown)
    .map(({ rule }) => `${sanitize(rule.id, 200)}: ${breachInWords(rule)}`)
  const more = below.length - named.length
  return [
    ...leaks,
    {
      title: `${below.length} ${below.length === 1 ? 'failure' : 'failures'} below the gate`,
      lines: [...named, ...(more === 0 ? [] : [`and ${more} more, in the report`])],
    },
  ]
}

/**
 * Workflow commands for GitHub's annotations, one line each: an error for whatever makes the run red, at most ten with the
 * last one counting the rest, and one warning for failures below the gate. What a baseline tolerates is not news.
 */
export const annotations = (report: Report): readonly string[] => {
  const all = errorsOf(report)
  const fits = all.length <= shown ? all : all.slice(0, shown - 1)
  const left = all.length - fits.length
  const more: readonly Annotation[] =
    left === 0 ? [] : [{ title: `${left} more`, lines: ['all of them are in the job summary'] }]
  return [
    ...[...fits, ...more].map((each) => command('error', each)),
    ...warningsOf(report).map((each) => command('warning', each)),
  ]
}

/** The annotation of a run that came to no report. */
export const faultAnnotation = (line: string): string =>
  command('error', { title: 'lambda-conformance', lines: [sanitize(line.trim(), 1_000)] })

/**
 * Text for a GitHub log in which nothing is a workflow command: GitHub takes `::name::` behind leading blanks and the old
 * `##[name]` anywhere in a line, until it has read `::stop-commands::`, and again after the token. The token is for one use
 * and cannot be guessed, so that no text can hold it: at least 16 letters, digits, `-` or `_`.
 */
export const withoutCommands = (text: string, token: string): string => {
  if (!/^[\w-]{16,}$/.test(token))
    throw new Error(
      'Failed to stop workflow commands, because the token is not 16 letters, digits, - or _; give a random one',
    )
  // The runner does not tell upper case from lower case.
  const inert = text.replaceAll(new RegExp(token, 'gi'), '(token)')
  const end = inert.endsWith('\n') ? '' : '\n'
  return `::stop-commands::${token}\n${inert}${end}::${token}::\n`
}
