import { summarise } from './reduce.ts'
import type { Failure, Report, RuleReport, VerdictName } from './report.ts'

/** A rule as a report shows it, with what the test is about laid over. */
export const ruleReport = (
  id: string,
  verdict: VerdictName,
  over: Partial<RuleReport> = {},
): RuleReport => ({
  id,
  title: `the title of ${id}`,
  level: 'must',
  basis: 'documented',
  edition: {},
  cites: [{ document: '000', section: 'introduction, second paragraph' }],
  verdict,
  held: verdict === 'pass' ? 3 : 0,
  durationMs: 1.5,
  ...over,
})

const FunctionName = 'lc-5f3a-0'
const body = (version: string) => JSON.stringify({ FunctionName, Version: version })

export const repeatPublishFailure: Failure = {
  expected: 'Version "1", already made from this code and configuration',
  actual: 'Version "2"',
  explanation:
    'a publish with nothing changed returns the existing version. PublishVersion answered status 201.',
  steps: [
    {
      call: {
        operation: 'CreateFunction',
        input: {
          FunctionName,
          Role: 'arn:aws:iam::123456789012:role/r',
          Runtime: 'nodejs20.x',
          Handler: 'index.handler',
          Code: { ZipFile: 'UEsFBg==' },
        },
      },
      request: {
        method: 'POST',
        path: '/2015-03-31/functions',
        body: '{"FunctionName":"lc-5f3a-0"}',
      },
      response: {
        status: 201,
        headers: { 'content-type': 'application/json' },
        body: body('$LATEST'),
      },
    },
    {
      call: { operation: 'PublishVersion', input: { FunctionName } },
      request: { method: 'POST', path: '/2015-03-31/functions/lc-5f3a-0/versions', body: '{}' },
      response: { status: 201, headers: { 'content-type': 'application/json' }, body: body('1') },
    },
    {
      call: { operation: 'PublishVersion', input: { FunctionName } },
      request: { method: 'POST', path: '/2015-03-31/functions/lc-5f3a-0/versions', body: '{}' },
      response: { status: 201, headers: { 'content-type': 'application/json' }, body: body('2') },
    },
  ],
  shrunkFrom: 14,
  seen: '3 of 3',
  seed: 1823,
  replay: '1823:4:0:1',
  signature: 'Version "N"',
  curl: [
    'curl -sSi -X POST http://127.0.0.1:9001/2015-03-31/functions',
    'curl -sSi -X POST http://127.0.0.1:9001/v',
  ],
  awsCli: ['aws lambda create-function', 'aws lambda publish-version'],
}

/** A report of these rules, its summary true to them. */
export const reportOf = (rules: readonly RuleReport[], over: Partial<Report> = {}): Report => ({
  schemaVersion: 1,
  tool: { name: 'lambda-conformance', version: '0.1.0' },
  edition: '2024-08',
  subject: {
    kind: 'endpoint',
    endpoint: 'http://127.0.0.1:9001',
    operations: { PublishVersion: 'supported' },
  },
  run: {
    seed: 1823,
    profile: 'standard',
    startedAt: '2026-11-21T08:00:00.000Z',
    durationMs: 5_234,
    requests: 612,
    requestsByOperation: { PublishVersion: 300, CreateFunction: 312 },
    resources: { created: 40, deleted: 40, leaked: 0 },
  },
  summary: summarise(rules),
  rules,
  ...over,
})
