import { expect, test } from 'vitest'
import { signatureOf } from './signature.ts'

const steps = [
  { call: { operation: 'CreateFunction', input: {} } },
  { call: { operation: 'PublishVersion', input: {} } },
] as const
const of = (actual: string): string => signatureOf(steps, actual)

test.each([
  ['Version "2"', 'Version "7"'],
  ['201, Version "1"', '201, Version "$LATEST"'],
  [
    'RevisionId "0b1c2d3e-0000-4000-8000-000000000001"',
    'RevisionId "ffffffff-1111-4222-8333-444444444444"',
  ],
  ['"d939926f05444b0fa495fb9629ecbfa8"', '"3e73599650204e27a6fa5fc8897cc0dd"'],
  [
    'CodeSha256 "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="',
    'CodeSha256 "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="',
  ],
  ['LastModified "2026-11-21T17:26:17.688+0000"', 'LastModified "2027-01-02T03:04:05.000+0000"'],
  [
    '"arn:aws:lambda:us-east-1:123456789012:function:lambda-conformance-dd770453-1055-f0:1"',
    '"arn:aws:lambda:eu-west-1:000000000000:function:lambda-conformance-0a0a0a0a-7-f1:12"',
  ],
  ['"LAMBDA-CONFORMANCE-C894FC6F-11-F0"', '"LAMBDA-CONFORMANCE-36B35676-12-F1"'],
  ['the list ["$LATEST","1"]', 'the list ["$LATEST","1","2","3"]'],
  ['[]', '[4,2]'],
  ['2: "1" and "2"', '3: "4" and "5"'],
  ['MemorySize 128', 'MemorySize 512'],
  ['Description "as created"', 'Description "x \\"y\\" z"'],
  ['statements first, second', 'statements third'],
  ['connect to 127.0.0.1:4566', 'connect to 127.0.0.1:61234'],
  [
    `no JSON: Unexpected token '<', "<!doctype "... is not valid JSON`,
    'no JSON: Unexpected token <',
  ],
])('%s and %s are one breach', (one, other) => {
  expect(of(one)).toBe(of(other))
})

test.each([
  ['status 200', 'status 500'],
  ['201, Version "1"', '200, Version "1"'],
  ['404 ResourceNotFoundException', '409 ResourceNotFoundException'],
  ['404 ResourceNotFoundException', '404 FunctionNotFound'],
  ['none in 404 ResourceNotFoundException', 'none in 409 ResourceConflictException'],
  ['MemorySize 128', 'Timeout 128'],
  ['MemorySize 128', 'MemorySize nothing'],
  ['Version "$LATEST"', 'Version "1"'],
  ['Description ""', 'Description "as created"'],
  ['content-type "text/html"', 'content-type "application/json"'],
  ['"Cannot find layer"', '"It cannot be done."'],
  ['Runtime "nodejs20.x"', 'Runtime "nodejs22.x"'],
  ['the same', 'RevisionId nothing'],
])('%s and %s are two', (one, other) => {
  expect(of(one)).not.toBe(of(other))
})

test('which of many calls showed it makes no difference', () => {
  const first = signatureOf(
    [{ call: { operation: 'CreateAlias', input: {} } }],
    'none in CreateAlias',
  )
  expect(first).toBe(of('none in PublishVersion'))
  expect(signatureOf([], 'status 200')).toBe('status 200')
})

test('a signature is one line of bounded length that a file gives back as it was', () => {
  const hostile = of(`"a\u202e\ud800\u0007\n\t  b" ${'x'.repeat(1_000)}`)
  expect(hostile).toMatch(/^"a\\u\{202e\}\\u\{d800\}\\u\{7\} b" x+…$/)
  expect(Array.from(hostile)).toHaveLength(200)
  expect(Buffer.from(hostile).toString()).toBe(hostile)
  expect(of(' ')).toBe('nothing')
})
