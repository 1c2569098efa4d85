import * as fc from 'fast-check'
import { faultNames } from '../fault.ts'
import { operationNames } from '../../spec/operations.ts'
import type { Call, Json, JsonObject } from '../call.ts'
import type { ClientRecord } from '../drivers/client-record.ts'
import type { Exchange, Outcome } from '../drivers/driver.ts'
import { readBody } from '../drivers/read-reply.ts'

/** What breaks out of some form of report, or of somebody's parser. */
const pieces = [
  '</script><script>x()</script>',
  '<img src=x onerror=x()>',
  '"\' onload=x() ',
  ']]>',
  '<![CDATA[',
  '&#0;&lt;&bogus;',
  '--><!--',
  '\n::error file=a::b',
  '::stop-commands::token',
  '##[command]x',
  '%0A::warning::x',
  '\u001b]8;;http://x\u0007y\u001b[2J',
  '\u009b31m',
  '\u202eabc\u2066\u200b\ufeff',
  '\u2028\u2029\u0085',
  '\0',
  '\r\n\r\n',
  '\ud83d',
  '\udc00\ud83d',
  '\uffff\ufffe',
  '`` ` ``` |',
  '[x](javascript:x)',
  '\n# h\n- a\n| b |',
  '$(x) `x` ${x} \\',
  '../../x',
  '__proto__',
  'javascript:x()',
  '😀',
] as const

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })), {
        maxLength: 6,
      })
      .map((all) => all.join('')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(...pieces).map((piece) => piece.repeat(300)) },
)

const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'Version', 'Versions'),
  fc.constantFrom('Configuration', 'RevisionId', 'CodeSha256', 'State', 'Layers', 'Environment'),
  fc.constantFrom('FunctionName', 'FunctionArn', 'Aliases', 'RoutingConfig', 'Policy', 'Statement'),
  fc.constantFrom('message', 'Message', '__type', 'code', 'Type', 'NextMarker', 'LayerVersions'),
  hostileText,
)

export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.constantFrom(null, true, false, 0, -0, 1e308, -1, 2 ** 53, '', '1', '2', '$LATEST'),
      fc.constantFrom('Pending', 'InProgress', 'Active', 'Successful', 'Failed', 'f', 'l', 'r1'),
      fc.double({ noNaN: true }),
      hostileText,
    ),
    fc.array(tie('json'), { maxLength: 4 }),
    fc
      .array(fc.tuple(key, tie('json')), { maxLength: 6 })
      // As JSON.parse makes it: a key __proto__ becomes a member like others.
      .map((entries): JsonObject => Object.fromEntries(entries)),
  ),
})).json

export const anyCall: fc.Arbitrary<Call> = fc
  .record(
    {
      operation: fc.constantFrom(...operationNames),
      input: fc.oneof(
        fc.record(
          {
            FunctionName: fc.constantFrom(
              'f',
              'g',
              '',
              'f:1',
              '__proto__',
              'arn:x:function:f:live',
            ),
            LayerName: fc.constantFrom('l', 'constructor'),
            VersionNumber: fc.constantFrom(1, '1', -1, null),
            Qualifier: fc.constantFrom('1', '2', '$LATEST', 'live', ''),
            FunctionVersion: fc.constantFrom('1', '$LATEST', '99'),
            Name: fc.constantFrom('live', '__proto__'),
            Description: hostileText,
            RevisionId: fc.constantFrom('r1', 'r2', ''),
            CodeSha256: fc.constantFrom('hash-a', ''),
            ZipFile: fc.constantFrom('UEsDBA==', 'no base64', ''),
            Publish: fc.boolean(),
            DryRun: fc.boolean(),
            Marker: fc.constantFrom('', 'm'),
            MaxItems: fc.constantFrom(0, 1, 50, 10_001),
          },
          { requiredKeys: [] },
        ),
        anyJson.filter(
          (value): value is JsonObject =>
            typeof value === 'object' && value !== null && !Array.isArray(value),
        ),
      ),
      partial: fc.constant(true as const),
      written: fc.record({ body: hostileText }),
      fault: fc.constantFrom(...faultNames),
    },
    { requiredKeys: ['operation', 'input'] },
  )
  .map((call) => call as Call)

const headers = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      'content-type',
      'x-amzn-errortype',
      'server',
      'retry-after',
      '__proto__',
      'x-amzn-requestid',
    ),
    hostileText,
  ),
  fc.oneof(
    fc.constantFrom(
      'application/json',
      'ResourceNotFoundException',
      'ResourceConflictException:x',
      '1',
    ),
    hostileText,
  ),
  { maxKeys: 5 },
)

const statuses = [200, 201, 202, 204, 302, 400, 403, 404, 409, 412, 413, 429, 500, 501, 503, 599]

export const anyReply: fc.Arbitrary<Outcome> = fc
  .record({
    status: fc.oneof(fc.constantFrom(...statuses), fc.integer({ min: 200, max: 999 })),
    headers,
    text: fc.oneof(
      { weight: 4, arbitrary: anyJson.map((value) => JSON.stringify(value)) },
      hostileText,
    ),
  })
  .map(({ text, ...rest }) => ({ kind: 'reply', ...rest, ...readBody(Buffer.from(text)) }))

const anyOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  { weight: 6, arbitrary: anyReply },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('lost' as const),
      reason: fc.constantFrom(
        'unreachable',
        'not-sent',
        'timeout',
        'connection-lost',
        'too-large',
        'not-http',
      ),
      message: hostileText,
    }),
  },
)

const anyClient: fc.Arbitrary<ClientRecord> = fc.record({
  answer: fc.oneof(
    fc.record({ kind: fc.constant('output' as const), output: anyJson }),
    fc.record(
      {
        kind: fc.constant('error' as const),
        name: hostileText,
        status: fc.constantFrom(404, 429, -1),
        message: hostileText,
      },
      { requiredKeys: ['kind'] },
    ),
    fc.record({
      kind: fc.constant('none' as const),
      reason: fc.constantFrom('timed-out', 'died', 'silent', 'odd', 'not-started'),
      because: hostileText,
    }),
  ),
  wire: fc.array(
    fc
      .record(
        {
          request: fc.record({
            method: fc.constantFrom('POST', 'GET', ''),
            path: hostileText,
            headers,
          }),
          call: anyCall,
          signature: fc.constantFrom('right', 'missing', 'wrong'),
          fault: fc.constantFrom(...faultNames),
          answered: anyOutcome,
          given: anyOutcome,
          startedAtMs: fc.nat(9),
          endedAtMs: fc.nat(9),
        },
        { requiredKeys: ['request', 'signature', 'given', 'startedAtMs', 'endedAtMs'] },
      )
      .map((wire) => wire as ClientRecord['wire'][number]),
    { maxLength: 3 },
  ),
  strays: fc.constant([]),
  leaks: fc.constantFrom([], ['the session token']),
})

/** One call in any state of affairs, through a client now and then. */
export const anyExchange: fc.Arbitrary<Exchange> = fc
  .record(
    {
      call: anyCall,
      outcome: anyOutcome,
      client: anyClient,
      startedAtMs: fc.nat(9),
      endedAtMs: fc.nat(9),
    },
    { requiredKeys: ['call', 'outcome', 'startedAtMs', 'endedAtMs'] },
  )
  .map((exchange) => ({ ...exchange, request: { method: 'POST', path: '/', headers: {} } }))
