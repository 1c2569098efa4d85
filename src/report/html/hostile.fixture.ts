import { reportOf, repeatPublishFailure, ruleReport } from '../report.fixture.ts'
import type { Failure, Report } from '../report.ts'
import { raceStep, reply } from '../timeline.fixture.ts'

/** What a subject may answer to get out of its place; every piece would set `window.broken` if it ran. */
const hostileTexts = [
  '</script><script>window.broken = 1</script>',
  '<img src="x" onerror="window.broken = 1">',
  '"><svg onload="window.broken = 1">',
  "' autofocus onfocus='window.broken = 1' x='",
  '--></style><script>window.broken = 1</script>',
  '</title></textarea></pre></details><h1>broken</h1>',
  'javascript:window.broken = 1',
  'abc\u202edcba\u2066\u200b\u00ad',
  'line\u2028separator\u2029\0\x1b[2J\r',
  'half \ud83d of a pair \udc00',
  '${window.broken = 1}',
] as const

const hostileText = hostileTexts.join(' ')

const failure: Failure = {
  ...repeatPublishFailure,
  expected: hostileText,
  actual: `got ${hostileText}`,
  explanation: hostileText,
  seen: hostileText,
  // A token of our own; an endpoint is a URL: neither holds NUL.
  replay: hostileText.replaceAll('\0', ''),
  signature: hostileText,
  curl: [`curl ${hostileText}`],
  awsCli: [`aws ${hostileText}`],
  steps: [
    ...repeatPublishFailure.steps,
    {
      call: {
        operation: 'PublishVersion',
        input: { FunctionName: hostileText, [hostileText]: hostileText },
      },
      request: { method: hostileText, path: hostileText, body: hostileText },
      response: {
        status: 200,
        headers: { [hostileText]: hostileText, server: hostileText },
        body: JSON.stringify({ [hostileText]: hostileText }),
      },
      client: {
        told: { error: { name: hostileText, message: hostileText } },
        wire: [
          {
            request: { method: hostileText, path: hostileText, body: hostileText },
            response: { lost: hostileText },
          },
        ],
      },
    },
  ],
}

/** A race of hostile texts at times that cannot be, many clients, and steps marked that are not there. */
const race: Failure = {
  ...failure,
  curl: [],
  awsCli: [],
  impossible: [1, 2, 2, 99, 1e9],
  steps: [
    ...failure.steps,
    ...[1, 2, 2, 3, 2 ** 40].map((lane, nth) =>
      raceStep(
        [lane, nth === 3 ? 1e300 : nth, nth === 1 ? -1e300 : nth + 3],
        'PublishVersion',
        {
          RevisionId: `${nth}${hostileText}`,
          Description: hostileText,
          [hostileText]: hostileText,
        },
        nth === 4
          ? { lost: hostileText }
          : reply({
              status: nth === 3 ? 400 : 200,
              error: hostileText,
              body: {
                RevisionId: hostileText,
                Version: hostileText,
                CodeSha256: hostileText,
                Description: `${hostileText}!`,
              },
            }),
      ),
    ),
  ],
}

/** A report in which every text that somebody else could choose is hostile. */
export const hostileReport: Report = reportOf(
  [
    ruleReport('names/hostile', 'fail', {
      failure,
      title: hostileText,
      baseline: { kind: 'expected', reason: hostileText, issue: 'javascript:window.broken = 1' },
    }),
    ruleReport(`area"/${hostileText}`, 'fail', { failure, level: 'should' }),
    ruleReport('concurrency/hostile', 'fail', { failure: race, title: hostileText }),
    ruleReport(`race"/${hostileText}`, 'fail', { failure: race }),
    ruleReport('names/blocked', 'blocked', { reason: hostileText }),
    ruleReport('names/seen', 'pass', { level: 'may', observed: [hostileText] }),
  ],
  {
    subject: {
      kind: 'wrapper',
      name: hostileText,
      endpoint: hostileText.replaceAll('\0', ''),
      command: hostileText,
      serverHeader: hostileText,
      operations: { PublishVersion: 'supported' },
    },
    baseline: {
      file: hostileText,
      tolerated: 1,
      problems: [{ kind: 'stale', entry: hostileText, line: 3, message: hostileText }],
    },
  },
)
