import { isLoopback } from '../drivers/credentials.ts'
import type { FailureStep } from './report.ts'
import { printCommand, shellQuote } from './shell-quote.ts'

export type ShellTarget = { readonly endpoint: string; readonly region: string }

/** Linux takes no single argument above 128 KiB; a builtin `printf` has no such limit. */
const longestArgument = 100_000

/**
 * Emulators read the service out of the signature's scope (moto takes an unsigned request for one to S3), so the line
 * signs there too, with a made-up key; anywhere else with the reader's own.
 */
const signing = ({ endpoint, region }: ShellTarget): string => {
  const scope = `--aws-sigv4 ${shellQuote(`aws:amz:${region}:lambda`)}`
  return isLoopback(endpoint)
    ? `${scope} --user test:test`
    : `${scope} --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \${AWS_SESSION_TOKEN:+-Hx-amz-security-token:$AWS_SESSION_TOKEN}`
}

/**
 * A shell line that sends the same request again: method, path and body byte for byte. `request.path` is the whole
 * path as it stood on the wire, an endpoint's base path included.
 */
export const curlLine = (step: Pick<FailureStep, 'request'>, target: ShellTarget): string => {
  const { method, path, body } = step.request
  const url = new URL(target.endpoint).origin + path
  const piped =
    body !== undefined && (body.includes('\0') || Buffer.byteLength(body) > longestArgument)
  const words = [
    'curl -sSi',
    ...(/[[\]{}]/.test(path) ? ['--globoff'] : []),
    ...(/(^|\/)\.\.?(\/|\?|$)/.test(path) ? ['--path-as-is'] : []),
    `-X ${shellQuote(method)}`,
    shellQuote(url),
    signing(target),
    ...(body === undefined ? [] : ["-H 'content-type: application/json'"]),
    ...(body === undefined ? [] : [piped ? '--data-binary @-' : `--data-raw ${shellQuote(body)}`]),
  ]
  return piped ? `${printCommand(body)} | ${words.join(' ')}` : words.join(' ')
}
