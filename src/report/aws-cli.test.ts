import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JsonObject, OperationName } from '../call.ts'
import { awsCliLine, kebab } from './aws-cli.ts'
import { startEcho, type Echo } from './echo-server.fixture.ts'
import { bash, isInstalled } from './shell.fixture.ts'

const hasAws = isInstalled('aws')
const region = 'us-east-1'

test.each([
  ['PublishVersion', 'publish-version'],
  ['CodeSha256', 'code-sha256'],
  ['S3ObjectVersion', 's3-object-version'],
  ['KMSKeyArn', 'kms-key-arn'],
  ['SourceKMSKeyArn', 'source-kms-key-arn'],
  ['PrincipalOrgID', 'principal-org-id'],
])('%s is --%s to the AWS CLI', (name, option) => {
  expect(kebab(name)).toBe(option)
})

test('a line names every member by its option', () => {
  const input = {
    FunctionName: 'f',
    CodeSha256: 'abc=',
    Description: "it's new",
    RevisionId: 'r-1',
  }
  expect(
    awsCliLine(
      { call: { operation: 'PublishVersion', input } },
      { endpoint: 'https://lambda.eu-west-1.amazonaws.com', region: 'eu-west-1' },
    ),
  ).toMatchInlineSnapshot(
    `"aws lambda publish-version --endpoint-url https://lambda.eu-west-1.amazonaws.com --region eu-west-1 --function-name f --code-sha256 abc= --description 'it'\\''s new' --revision-id r-1"`,
  )
})

test.each<[string, JsonObject]>([
  ['its ZipFile is not base64', { FunctionName: 'f', ZipFile: '***' }],
  ['its ZipFile is not a zip file', { FunctionName: 'f', ZipFile: 'UEsD' }],
  ['it sends null for RevisionId', { FunctionName: 'f', RevisionId: null }],
  ['it has a member that cannot be an option', { FunctionName: 'f', 'x\nid;': 1, y: null }],
  ['it holds NUL', { FunctionName: 'f', RevisionId: 'a\0' }],
])('a call the AWS CLI cannot make is a comment: %s', (why, input) => {
  const line = awsCliLine(
    { call: { operation: 'UpdateFunctionCode', input } },
    { endpoint: 'http://h', region },
  )
  expect(line).toBe(
    `# aws lambda update-function-code: not possible with the AWS CLI, because ${why}; use the cURL line`,
  )
})

let echo: Echo
beforeAll(async () => {
  echo = await startEcho()
})
afterAll(() => echo.close())

// The smallest zip file there is: no entries.
const ZipFile = Buffer.from(`PK\u0005\u0006${'\0'.repeat(18)}`).toString('base64')
const create = {
  FunctionName: 'f',
  Role: 'arn:aws:iam::123456789012:role/r',
  Runtime: 'nodejs20.x',
  Handler: 'i.h',
}

type Sent = {
  readonly operation: OperationName
  readonly input: JsonObject
  readonly path: string
  readonly body: JsonObject | null
}

const calls: readonly Sent[] = [
  {
    operation: 'PublishVersion',
    input: { FunctionName: 'f', Description: "it's $(id) `id` \u202e\n-x", RevisionId: '-dash' },
    path: '/2015-03-31/functions/f/versions',
    body: { Description: "it's $(id) `id` \u202e\n-x", RevisionId: '-dash' },
  },
  {
    operation: 'PublishVersion',
    input: { FunctionName: 'f', Description: 'file:///etc/hostname' },
    path: '/2015-03-31/functions/f/versions',
    body: { Description: 'file:///etc/hostname' },
  },
  {
    operation: 'UpdateFunctionCode',
    input: { FunctionName: 'f', ZipFile, Publish: true, DryRun: false },
    path: '/2015-03-31/functions/f/code',
    body: { ZipFile, Publish: true, DryRun: false },
  },
  {
    operation: 'CreateFunction',
    input: {
      ...create,
      Code: { ZipFile },
      Timeout: 3,
      Environment: { Variables: { A: "'" } },
      Layers: ['a'],
    },
    path: '/2015-03-31/functions',
    body: {
      ...create,
      Code: { ZipFile },
      Timeout: 3,
      Environment: { Variables: { A: "'" } },
      Layers: ['a'],
    },
  },
  {
    operation: 'PublishLayerVersion',
    input: { LayerName: 'l', Content: { ZipFile }, CompatibleRuntimes: ['nodejs20.x'] },
    path: '/2018-10-31/layers/l/versions',
    body: { Content: { ZipFile }, CompatibleRuntimes: ['nodejs20.x'] },
  },
  {
    operation: 'ListVersionsByFunction',
    input: { FunctionName: 'f', MaxItems: 2, Marker: 'm' },
    path: '/2015-03-31/functions/f/versions?Marker=m&MaxItems=2',
    body: null,
  },
  {
    operation: 'ListVersionsByFunction',
    input: { FunctionName: 'f', MaxItems: 2 },
    path: '/2015-03-31/functions/f/versions?MaxItems=2',
    body: null,
  },
]

test.each([
  [{ body: '[' }, 'its body is not one the command would write'],
  [{ pathEncoding: 'lavish' as const }, 'its path is not encoded as the command does it'],
])('a call written otherwise (%j) has a comment for a line', (written, why) => {
  const call = { operation: 'PublishVersion', input: { FunctionName: 'f' }, written } as const
  expect(awsCliLine({ call }, { endpoint: 'http://127.0.0.1:1', region })).toBe(
    `# aws lambda publish-version: not possible with the AWS CLI, because ${why}; use the cURL line`,
  )
})

test.runIf(hasAws).each(calls)(
  '$operation reaches an endpoint as it was called',
  async ({ operation, input, path, body }) => {
    await bash(awsCliLine({ call: { operation, input } }, { endpoint: echo.url, region }))
    const got = echo.last()
    expect(got.path).toBe(path)
    expect(got.body.length === 0 ? null : JSON.parse(got.body.toString())).toEqual(body)
  },
  30_000,
)
