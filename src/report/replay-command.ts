import { defaultEdition } from '../../spec/editions.ts'
import { isLoopback } from '../drivers/credentials.ts'
import type { Failure, Report } from './report.ts'
import { shellQuote } from './shell-quote.ts'

/** A report may come from anywhere, and no word of a shell can hold NUL. */
const quoted = (text: string): string => shellQuote(text.replaceAll('\0', ''))

/** The command that runs a counterexample again. */
export const replayCommand = (
  { subject, edition }: Pick<Report, 'subject' | 'edition'>,
  { replay }: Pick<Failure, 'replay'>,
): string => {
  const { kind, endpoint, command, embedded } = subject
  return [
    `lambda-conformance ${kind === 'wrapper' ? `wrapper ${command ?? '…'}` : 'run'}`,
    ...(embedded ? [] : [`--endpoint ${quoted(endpoint)}`]),
    ...(embedded || isLoopback(endpoint) ? [] : ['--allow-remote']),
    ...(edition === defaultEdition ? [] : [`--edition ${edition}`]),
    `--replay ${quoted(replay)}`,
  ].join(' ')
}
