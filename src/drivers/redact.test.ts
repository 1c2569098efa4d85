import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { redact, redactHeaders, redactOwn } from './redact.ts'
import { learnSecrets, learnSignature, secretsIn } from './secrets.ts'

const key = 'wJalr/XUtn+FEMI/K7MDENG=bPxRfiCYPLANTED1'
const token = `IQoJb3JpZ2luX2VjE${Array.from({ length: 9 }, (_, n) => createHash('sha512').update(`${n}`).digest('base64')).join('')}`
learnSecrets([
  key,
  token,
  'AKIDPLANTED7',
  'test',
  '000000000000',
  'FunctionName',
  'lambda-conformance',
])

const html = (text: string): string =>
  Array.from(text, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join('')
const unicode = (text: string): string =>
  Array.from(text, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const twice = (text: string): string => JSON.stringify(text).slice(1, -1)

test.each([
  ['as it is', key],
  ['in lower case', key.toLowerCase()],
  ['with its slashes escaped, as PHP does it', key.replaceAll('/', String.raw`\/`)],
  ['with letters as JSON may write them', unicode(key)],
  ['in JSON within JSON', twice(unicode(key))],
  ['in JSON within JSON within JSON', twice(twice(key.replaceAll('/', String.raw`\/`)))],
  ['percent-encoded', encodeURIComponent(key)],
  ['percent-encoded twice', encodeURIComponent(encodeURIComponent(key))],
  [
    'with every letter percent-encoded',
    key.replaceAll(/./g, (c) => `%${c.charCodeAt(0).toString(16)}`),
  ],
  ['in HTML', html(key)],
  ['in HTML within HTML', html(key).replaceAll('&', '&amp;')],
  [
    'in HTML, by names',
    key.replaceAll('/', '&sol;').replaceAll('+', '&plus;').replaceAll('=', '&equals;'),
  ],
  ['as UTF-16 read as UTF-8', Array.from(key).join('\0')],
])('a secret %s is redacted, and nothing beside it', (_, written) => {
  expect(redact(`before "${written}", after`)).toBe('before "REDACTED", after')
  expect(redact(written)).toBe('REDACTED')
})

test('a long secret that was cut short is redacted but for less than a piece', () => {
  expect(redact(`token ${token}`)).toBe('token REDACTED')
  const cut = token.slice(5, 300)
  expect(redact(cut)).toMatch(/^.{0,33}REDACTED.{0,33}$/)
  expect(redact(encodeURIComponent(token).slice(0, 200))).toMatch(/^REDACTED.{0,40}$/)
})

test('what is no secret stays: made-up keys, an account number, words of the contract', () => {
  const text =
    'test arn:aws:lambda:us-east-1:000000000000:function:lambda-conformance-x FunctionName'
  expect(redact(text)).toBe(text)
})

test.each([
  [String.raw`{"a":"\\${key}","b":1}`, { a: 'REDACTED', b: 1 }],
  [
    JSON.stringify({ a: twice(unicode(key)), [key]: `\n${key}\t` }),
    { a: 'REDACTED', REDACTED: '\nREDACTED\t' },
  ],
  [JSON.stringify({ a: `"${key}"\\` }), { a: '"REDACTED"\\' }],
])('%s is JSON still', (text, value) => {
  expect(JSON.parse(redact(text))).toEqual(value)
})

test('the names of headers are redacted too, and are names still', () => {
  const headers = redactHeaders({ [`x-akidplanted7`]: `a ${key}`, server: 'x' }, redact)
  expect(headers).toEqual({ 'x-REDACTED': 'a REDACTED', server: 'x' })
})

const digits = '0123456789abcdef'.repeat(4)

test('a signature is redacted once it was made, however it is written', () => {
  expect(redactOwn(`a ${digits} b`)).toBe(`a ${digits} b`)
  learnSignature(`AWS4-HMAC-SHA256 Credential=x, SignedHeaders=host, Signature=${digits}`)
  for (const written of [
    digits,
    digits.toUpperCase(),
    `ab${digits}cd`,
    unicode(digits),
    twice(unicode(digits)),
  ]) {
    expect(redactOwn(`a ${written} b`)).toBe('a REDACTED b')
  }
  const other = 'f'.repeat(64)
  expect(redactOwn(other)).toBe(other)
})

const shown = (index: number): string => redactOwn(index.toString(16).padStart(64, '0'))

test('only so many signatures are remembered: the last ones', () => {
  for (let index = 0; index < 5_000; index += 1) {
    learnSignature(`Signature=${index.toString(16).padStart(64, '0')}`)
  }
  expect([shown(4_999), shown(1_000)]).toEqual(['REDACTED', 'REDACTED'])
  expect(shown(1)).toMatch(/1$/)
})

const link =
  'https://b.s3.amazonaws.com/p?versionId=1&X-Amz-Security-Token=IQo%2Bx&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=ASIAX%2F20260101%2Fs3%2Faws4_request&X-Amz-Signature=ab12'
const bare =
  'https://b.s3.amazonaws.com/p?versionId=1&X-Amz-Security-Token=REDACTED&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=REDACTED&X-Amz-Signature=REDACTED'

test('a link that the service has signed leads nowhere any more, and is a URL still', () => {
  expect(redact(link)).toBe(bare)
  expect(redact(bare)).toBe(bare)
  expect(new URL(redact(link)).searchParams.get('versionId')).toBe('1')
  const older =
    'https://b/p?AWSAccessKeyId=AKIAX&Expires=1&Signature=a%2Bb%3D&x-amz-security-token=y'
  expect(redact(older)).toBe(
    'https://b/p?AWSAccessKeyId=REDACTED&Expires=1&Signature=REDACTED&x-amz-security-token=REDACTED',
  )
  expect(redactOwn(link)).toBe(link)
})

test.each([
  ['JSON as Go writes it', (text: string) => text.replaceAll('&', String.raw`\u0026`)],
  ['HTML', (text: string) => text.replaceAll('&', '&amp;')],
  ['a query', encodeURIComponent],
])('so does a link in %s', (_, written) => {
  expect(redact(`"${written(link)}" and`)).toBe(`"${written(bare)}" and`)
})

test('any signature in an Authorization header is redacted, whoever made it', () => {
  expect(redact(`Signature=${'a'.repeat(64)}, x`)).toBe('Signature=REDACTED, x')
})

test('the secrets of an environment are told by their names', () => {
  const env = {
    AWS_SECRET_ACCESS_KEY: 'a',
    AWS_ACCESS_KEY_ID: 'b',
    GITHUB_TOKEN: 'c',
    HOME: 'd',
    AWS_PROFILE: 'e',
  }
  expect(secretsIn(env)).toEqual(['a', 'b', 'c'])
})

test('megabytes of nothing but backslashes, percent signs or digits come to an end', () => {
  for (const letter of ['\\', '%25', '&amp;', 'a', '\\u0061', 'A']) {
    const text = letter.repeat(Math.floor(1_000_000 / letter.length))
    expect(redact(text)).toBe(text)
  }
  // In one piece it is more than the stack of an expression holds.
  expect(redact('a'.repeat(4_000_000))).toHaveLength(4_000_000)
  expect(redact(`?Signature=${'z'.repeat(20_000_000)}`)).toContain('?Signature=REDACTED')
})
