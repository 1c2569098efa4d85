import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PolicyDocument } from '../../fixtures/aws/policy.ts'
import { serveAws, type Asked, type AwsOptions } from '../../fixtures/aws/stand-in.ts'
import { mostInASecond } from '../../fixtures/aws/throttle.ts'
import type { Report } from '../report/report.ts'
import { readReportFile } from '../report/read-report.ts'
import { run, type Ended } from './main.fixture.ts'

const region = 'eu-west-1'
const accountId = '123456789012'
export const role = `arn:aws:iam::${accountId}:role/lambda`

const preload = new URL('../../fixtures/aws/loopback.mjs', import.meta.url).href

const key = {
  accessKeyId: 'ASIAEXAMPLEOFARUN',
  secretAccessKey: 'k7MDENGbPxRfiCYwJalrXUtnFEMI0123456789ab',
  sessionToken: 'FwoGZXIvYXdzEXAMPLEtokenOfARunThatIsLong/+=',
}

const credentials = {
  AWS_ACCESS_KEY_ID: key.accessKeyId,
  AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
  AWS_SESSION_TOKEN: key.sessionToken,
  AWS_ACCOUNT_ID: accountId,
  AWS_PROFILE: undefined,
}

/** The policy that our own command prints. */
export const printedPolicy = async (...args: readonly string[]): Promise<PolicyDocument> => {
  const { stdout } = await run(['iam-policy', '--region', region, '--role', role, ...args])
  return JSON.parse(stdout) as PolicyDocument
}

/** A policy without some actions. */
export const lacking = (
  { Version, Statement }: PolicyDocument,
  actions: readonly string[],
): PolicyDocument => ({
  Version,
  Statement: Statement.map((statement) => ({
    ...statement,
    Action: [statement.Action].flat().filter((action) => !actions.includes(action)),
  })),
})

export type OnAws = Ended & {
  readonly log: readonly Asked[]
  /** Names of what is still there. */
  readonly left: readonly string[]
  readonly mostInASecond: number
  readonly wallMs: number
  /** Where the run came to a report. */
  readonly report: Report | undefined
}

const isFault = (name: unknown): boolean => name !== undefined

/** Requests whose signature was found to be right: everything that was not refused for it. */
export const signaturesIn = (log: readonly Asked[]): number =>
  log.filter(({ fault }) => !isFault(fault) || !/Signature|Token|Client/.test(fault ?? '')).length

/** The name in an ARN, or the name itself. */
export const bareName = (name: string): string =>
  /(?:function|layer):([^:]+)/.exec(name)?.[1] ?? name

/** The command line as a process, against the stand-in for AWS under the name that AWS has. */
export const runOnAws = async (
  args: readonly string[],
  options: Partial<AwsOptions> & Pick<AwsOptions, 'policy'>,
): Promise<OnAws> => {
  const user = `arn:aws:iam::${accountId}:user/tester`
  const aws = await serveAws({ region, accountId, keys: [key], user, role, ...options })
  const directory = await mkdtemp(join(tmpdir(), 'on-aws-'))
  const out = join(directory, 'out')
  try {
    const startedAt = performance.now()
    const ended = await run(
      ['run', '--endpoint', aws.endpoint, '--allow-remote', '--role', role, '--out', out, ...args],
      {
        ...credentials,
        XDG_STATE_HOME: directory,
        NODE_OPTIONS: `--import=${preload}`,
      },
    )
    const names = new Set(aws.log.map(({ name }) => bareName(name)).filter((name) => name !== ''))
    return {
      ...ended,
      log: aws.log,
      left: await aws.left([...names]),
      mostInASecond: mostInASecond(aws.log.map(({ at }) => at)),
      wallMs: Math.round(performance.now() - startedAt),
      report: await readReportFile(join(out, 'report.json'), 'test').catch(() => undefined),
    }
  } finally {
    await aws.close()
    await rm(directory, { recursive: true, force: true })
  }
}
