import { createHash } from 'node:crypto'
import type { JsonObject, OperationName } from '../call.ts'
import { repeatPublishFailure } from './report.fixture.ts'
import type { Failure, FailureStep } from './report.ts'

const FunctionName = 'lambda-conformance-5f3a-0-f0'
export const packages = {
  one: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==',
  two: 'UEsDBAoAAAAAAAAAIQAyZWRpdGlvbg==',
  three: 'UEsDBAoAAAAAAAAAIQAzZWRpdGlvbg==',
} as const
const hashOf = (zipFile: string): string =>
  createHash('sha256').update(Buffer.from(zipFile, 'base64')).digest('base64')

/** Ids as the service makes them; the first characters tell them apart. */
export const revisions = {
  a: '6c1f8e02-4b7d-4c55-9a01-2f6a0d9be3c7',
  b: 'e93d5a17-0f62-4d8e-8c44-71b0a5c2d6f8',
  c: '27b4c6f9-d1a3-4e90-b5f2-c80e3a9d1b64',
} as const

type Reply = { readonly status: number; readonly body?: JsonObject; readonly error?: string }

export const reply = ({ status, body = {}, error }: Reply): FailureStep['response'] => ({
  status,
  headers: {
    'content-type': 'application/json',
    ...(error === undefined ? {} : { 'x-amzn-errortype': error }),
  },
  body: JSON.stringify(body),
})

const pathOf = (operation: OperationName): string => {
  const path = `/2015-03-31/functions/${FunctionName}`
  if (operation === 'CreateFunction') return '/2015-03-31/functions'
  if (operation === 'PublishVersion') return `${path}/versions`
  return operation === 'UpdateFunctionCode' ? `${path}/code` : `${path}/configuration`
}

/** A call by a client of the race, or by none of them where the lane is 0. */
export const raceStep = (
  [lane, startedAtMs, endedAtMs]: readonly [lane: number, from: number, to: number],
  operation: OperationName,
  input: JsonObject,
  response: FailureStep['response'],
): FailureStep => {
  const isRead = operation.startsWith('Get')
  const { FunctionName: _, ...body } = input
  return {
    call: { operation, input: { FunctionName, ...input } },
    request: {
      method: isRead ? 'GET' : operation.startsWith('Update') ? 'PUT' : 'POST',
      path: pathOf(operation),
      ...(isRead ? {} : { body: JSON.stringify(body) }),
    },
    response,
    timing: { lane, startedAtMs, endedAtMs },
  }
}

const configuration = (RevisionId: string, zipFile: string, over: JsonObject = {}): JsonObject => ({
  FunctionName,
  CodeSha256: hashOf(zipFile),
  Version: '$LATEST',
  RevisionId,
  State: 'Active',
  LastUpdateStatus: 'Successful',
  ...over,
})

const created = raceStep(
  [0, -61.2, -38.4],
  'CreateFunction',
  {
    Role: 'arn:aws:iam::123456789012:role/r',
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Code: { ZipFile: packages.one },
  },
  reply({ status: 201, body: configuration(revisions.a, packages.one) }),
)

const update = (
  times: readonly [number, number, number],
  zipFile: string,
  response: FailureStep['response'],
): FailureStep =>
  raceStep(times, 'UpdateFunctionCode', { ZipFile: zipFile, RevisionId: revisions.a }, response)

const accepted = (revision: string, zipFile: string): FailureStep['response'] =>
  reply({ status: 200, body: configuration(revision, zipFile) })

const read = (times: readonly [number, number, number]): FailureStep =>
  raceStep(times, 'GetFunctionConfiguration', {}, accepted(revisions.c, packages.three))

const failureOf = (steps: readonly FailureStep[], impossible: readonly number[]): Failure => ({
  ...repeatPublishFailure,
  expected: 'one of the 2 updates that give RevisionId A succeeds, the other answers 412',
  actual: 'status 200 to both, and the code of one of them is gone',
  explanation:
    'of several updates with one RevisionId at most one takes effect. UpdateFunctionCode answered status 200.',
  steps,
  impossible,
  shrunkFrom: 23,
  seen: '1 of 6',
  replay: '1823:race-code-updates-2:4',
  signature: 'status 200 to both',
  curl: [],
  awsCli: [],
})

/** Two updates with one RevisionId, both accepted: the smallest race there is. */
export const lostUpdateFailure: Failure = failureOf(
  [
    created,
    update([2, 0.6, 19.3], packages.three, accepted(revisions.c, packages.three)),
    update([1, 0, 23.8], packages.two, accepted(revisions.b, packages.two)),
    read([0, 24.6, 27.1]),
  ],
  [1, 2],
)

/** Five clients, calls of every length and fate: refused, lost, one after another, one that waited for seconds. */
export const busyRaceFailure: Failure = failureOf(
  [
    created,
    read([0, -30, -24.5]),
    update([2, 0.6, 19.3], packages.three, accepted(revisions.c, packages.three)),
    raceStep(
      [4, 1.1, 20.2],
      'UpdateFunctionConfiguration',
      { RevisionId: revisions.a, Description: 'by client 4' },
      reply({ status: 412, error: 'PreconditionFailedException' }),
    ),
    update([1, 0, 23.8], packages.two, accepted(revisions.b, packages.two)),
    read([2, 19.8, 24.9]),
    raceStep(
      [3, 2.4, 25.6],
      'PublishVersion',
      { Description: 'one' },
      reply({ status: 409, error: 'ResourceConflictException' }),
    ),
    read([1, 24.1, 28.2]),
    raceStep(
      [2, 31.5, 44],
      'UpdateFunctionCode',
      { ZipFile: packages.two, Publish: true },
      reply({ status: 200, body: configuration(revisions.b, packages.two, { Version: '1' }) }),
    ),
    raceStep([3, 5_031.5, 5_044.2], 'PublishVersion', {}, { lost: 'timeout: no reply in 5000 ms' }),
    raceStep(
      [5, 5_036, 5_047.5],
      'PublishVersion',
      {},
      reply({ status: 201, body: configuration(revisions.b, packages.two, { Version: '1' }) }),
    ),
    read([0, 5_050, 5_052.5]),
    raceStep(
      [0, 5_053, 5_056],
      'ListVersionsByFunction',
      {},
      reply({
        status: 200,
        body: { Versions: [{ Version: '$LATEST' }, { Version: '1' }, { Version: '2' }] },
      }),
    ),
  ],
  [2, 4],
)
