import { defaultEdition } from '../../spec/editions.ts'
import { isLoopback } from '../drivers/credentials.ts'
import type { Failure, Report } from './report.ts'
import { shellQuote } from './shell-quote.ts'

/** A report may come from anywhere, and no word of a shell can hold NUL. */
const quoted = (text: string): string => shellQuote(text.replaceAll('\0', ''))

const editionOption = (edition: string): readonly string[] =>
  edition === defaultEdition ? [] : [`--edition ${edition}`]

/** Nobody knows where stored calls went to, or what would make them again: they can be judged again. */
const checkCommand = (files: readonly string[], edition: string, rule: string): string =>
  [
    // A name that begins with a dash would be taken for an option.
    `lambda-conformance check ${files.map((file) => quoted(file.replace(/^-/, './-'))).join(' ')}`,
    ...editionOption(edition),
    `--rule ${quoted(rule)}`,
  ].join(' ')

/** The command that runs a counterexample again, and asks for its rule alone. */
export const replayCommand = (
  { subject, edition, run, recording }: Pick<Report, 'subject' | 'edition' | 'run' | 'recording'>,
  { replay }: Pick<Failure, 'replay'>,
  rule: string,
): string => {
  const { kind, endpoint, command, embedded, region } = subject
  const isReachable = embedded === true || /^https?:/.test(endpoint)
  if (recording !== undefined && (replay === undefined || !isReachable)) {
    return checkCommand(recording.files, edition, rule)
  }
  return [
    `lambda-conformance ${kind === 'wrapper' ? `wrapper ${command ?? '…'}` : 'run'}`,
    ...(embedded ? [] : [`--endpoint ${quoted(endpoint)}`]),
    ...(embedded || isLoopback(endpoint) ? [] : ['--allow-remote']),
    ...(region === undefined ? [] : [`--region ${quoted(region)}`]),
    ...(run.role === undefined ? [] : [`--role ${quoted(run.role)}`]),
    ...(run.runtime === undefined ? [] : [`--runtime ${quoted(run.runtime)}`]),
    ...editionOption(edition),
    `--rule ${quoted(rule)}`,
    ...(replay === undefined ? [] : [`--replay ${quoted(replay)}`]),
  ].join(' ')
}
