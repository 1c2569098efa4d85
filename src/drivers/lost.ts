import type { LostReply } from './driver.ts'
import { oneLine } from './one-line.ts'

export const lost = (reason: LostReply['reason'], message: string): LostReply => ({
  kind: 'lost',
  reason,
  message: oneLine(message),
})

/** How far a request had come when it failed. */
export type Progress = 'not-sent' | 'sent' | 'reply-begun'

/** What an error of the HTTP client or of a socket means for the call. */
export const lostBy = (error: unknown, progress: Progress, host: string): LostReply => {
  const failure = failureOf(error)
  if (progress === 'not-sent') {
    return lost(
      'unreachable',
      `no connection to ${host} (${hints[failure.code] ?? inWords(failure)})`,
    )
  }
  if (failure.code === 'UND_ERR_HEADERS_OVERFLOW') {
    return lost('too-large', 'the headers of the reply are too large')
  }
  if (isEndedEarly(failure, progress)) {
    return lost('connection-lost', 'the connection ended in the middle of the reply')
  }
  if (isProtocolError(failure)) {
    return lost('not-http', `the reply is not HTTP/1.1 (${inWords(failure)})`)
  }
  const when = progress === 'sent' ? 'before a reply came' : 'in the middle of the reply'
  return lost('connection-lost', `the connection ended ${when} (${inWords(failure)})`)
}

const hints: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'ECONNREFUSED: nothing listens there',
  ENOTFOUND: 'ENOTFOUND: the name does not resolve',
  EAI_AGAIN: 'EAI_AGAIN: the name does not resolve',
  EHOSTUNREACH: 'EHOSTUNREACH: no way to the host',
  ENETUNREACH: 'ENETUNREACH: no way to the network',
}

// The client reports any parse error beside a content-length header as a wrong length, also when the headers were never
// whole. Only after them is it the body that is short.
const isEndedEarly = ({ code, message }: Failure, progress: Progress): boolean =>
  (code === parserError && message.includes('Invalid EOF state')) ||
  (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' && progress === 'reply-begun')

const isProtocolError = ({ code, message }: Failure): boolean =>
  code === parserError ||
  code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ||
  // An interim reply nobody asked for: 100 Continue, or a switch of protocols.
  (code === 'UND_ERR_SOCKET' && (message === 'bad response' || message === 'bad upgrade'))

// The client's parser errors have no code of their own.
const parserError = 'HTTPParserError'

type Failure = { readonly code: string; readonly message: string }

const failureOf = (error: unknown): Failure => {
  if (!(error instanceof Error)) return { code: '', message: 'unknown' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { code: error.name === parserError ? parserError : code, message: error.message }
}

const inWords = ({ code, message }: Failure): string =>
  code === '' || code === parserError || message.includes(code) ? message : `${code}: ${message}`
