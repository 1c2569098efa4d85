import { defaultEdition } from '../../spec/editions.ts'
import { isLoopback } from '../drivers/credentials.ts'
import type { Failure, Report } from './report.ts'
import { shellQuote } from './shell-quote.ts'

/** A report may come from anywhere, and no word of a shell can hold NUL. */
const quoted = (text: string): string => shellQuote(text.replaceAll('\0', ''))

/** The command that runs a counterexample again, and asks for its rule alone. */
export const replayCommand = (
  { subject, edition, run }: Pick<Report, 'subject' | 'edition' | 'run'>,
  { replay }: Pick<Failure, 'replay'>,
  rule: string,
): string => {
  const { kind, endpoint, command, embedded, region } = subject
  return [
    `lambda-conformance ${kind === 'wrapper' ? `wrapper ${command ?? '…'}` : 'run'}`,
    ...(embedded ? [] : [`--endpoint ${quoted(endpoint)}`]),
    ...(embedded || isLoopback(endpoint) ? [] : ['--allow-remote']),
    ...(region === undefined ? [] : [`--region ${quoted(region)}`]),
    ...(run.role === undefined ? [] : [`--role ${quoted(run.role)}`]),
    ...(run.runtime === undefined ? [] : [`--runtime ${quoted(run.runtime)}`]),
    ...(edition === defaultEdition ? [] : [`--edition ${edition}`]),
    `--rule ${quoted(rule)}`,
    `--replay ${quoted(replay)}`,
  ].join(' ')
}
