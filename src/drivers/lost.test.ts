import { expect, test } from 'vitest'
import { lostBy } from './lost.ts'

const failure = (code: string, message = 'm') => Object.assign(new Error(message), { code })

const parserError = (message: string) =>
  Object.assign(new Error(message), { name: 'HTTPParserError', code: undefined })

test('whatever fails before the request is sent is an unreachable endpoint', () => {
  for (const code of [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EHOSTUNREACH',
    'ETIMEDOUT',
    'ECONNRESET',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ]) {
    const { reason, message } = lostBy(failure(code), 'not-sent', 'h:1')
    expect({ code, reason }).toEqual({ code, reason: 'unreachable' })
    expect(message).toContain(code)
  }
})

test('each failure after sending has its reason', () => {
  const table = [
    ['ECONNRESET', 'm', 'sent', 'connection-lost'],
    ['EPIPE', 'm', 'sent', 'connection-lost'],
    ['UND_ERR_SOCKET', 'other side closed', 'sent', 'connection-lost'],
    ['UND_ERR_SOCKET', 'bad response', 'sent', 'not-http'],
    ['UND_ERR_SOCKET', 'bad upgrade', 'sent', 'not-http'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'm', 'sent', 'not-http'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'm', 'reply-begun', 'connection-lost'],
    ['UND_ERR_HEADERS_OVERFLOW', 'm', 'sent', 'too-large'],
    ['UND_ERR_DESTROYED', 'm', 'sent', 'connection-lost'],
    ['', 'm', 'sent', 'connection-lost'],
  ] as const
  for (const [code, message, progress, want] of table) {
    const { reason } = lostBy(failure(code, message), progress, 'h:1')
    expect({ code, message, progress, reason }).toEqual({ code, message, progress, reason: want })
  }
})

test('a parser error has its name instead of a code', () => {
  expect(lostBy(parserError('Expected HTTP/'), 'sent', 'h:1').reason).toBe('not-http')
  expect(lostBy(parserError('Invalid EOF state'), 'reply-begun', 'h:1').reason).toBe(
    'connection-lost',
  )
})

test('a value that is no error is a failure like others', () => {
  expect(lostBy('odd', 'sent', 'h:1').reason).toBe('connection-lost')
})
