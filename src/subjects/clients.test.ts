import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { clientFailures } from '../../fixtures/subjects/clients.ts'
import { bareSdk } from '../../fixtures/wrappers/bare-sdk.ts'
import { startEmbedded } from '../embedded.ts'
import type { Profile, Report } from '../report/report.ts'
import { finish } from '../run/run.fixture.ts'
import type { ClientMaker } from '../wrapper/client.ts'
import { commandMaker } from '../wrapper/command-client.ts'
import { inlineMaker } from '../wrapper/inline-client.ts'

const judged = async (client: ClientMaker, profile: Profile): Promise<Report> => {
  const embedded = await startEmbedded()
  onTestFinished(embedded.close)
  return (await finish({ endpoint: embedded.url, client }, { profile, seed: 1 })).report
}

const expectOnlyKnownFailures = (report: Report, subject: keyof typeof clientFailures): void => {
  const failed = report.rules.filter(({ verdict }) => verdict === 'fail')
  expect(failed.filter(({ level }) => level === 'must').map(({ id }) => id)).toEqual([])
  // Releases differ: none of them does all of it.
  const known = Object.keys(clientFailures[subject])
  expect(failed.map(({ id }) => id).filter((id) => !known.includes(id))).toEqual([])
  expect(failed.length).toBeGreaterThan(0)
  expect(report.summary.must.harnessError + report.summary.should.harnessError).toBe(0)
  expect(report.run.resources.leaked).toBe(0)
}

const isThere = (program: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(program, [...args], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const hasBoto3 = isThere('python3', '-c', 'import boto3')
const hasAwsCli = isThere('aws', '--version')
if (!hasBoto3)
  console.warn(
    'SKIPPED: boto3 is not judged, because python3 cannot import it; install python3-boto3',
  )
if (!hasAwsCli)
  console.warn('SKIPPED: the AWS CLI is not judged, because it is not installed; install awscli')

const script = (name: string): string =>
  `'${fileURLToPath(new URL(`../../fixtures/wrappers/${name}`, import.meta.url))}'`

test('the AWS SDK for JavaScript as it comes breaks no must rule, and of the others those known', async () => {
  expectOnlyKnownFailures(
    await judged(await inlineMaker(bareSdk), 'standard'),
    '@aws-sdk/client-lambda',
  )
}, 180_000)

test.skipIf(!hasBoto3)(
  'so does boto3, one process for all calls',
  async () => {
    const client = commandMaker({
      command: `python3 ${script('boto3-lines.py')}`,
      persistent: true,
    })
    expectOnlyKnownFailures(await judged(client, 'quick'), 'boto3')
  },
  300_000,
)

test.skipIf(!hasAwsCli)(
  'so does the AWS CLI, a process for each call',
  async () => {
    const client = commandMaker({ command: `node ${script('aws-cli.mjs')}`, persistent: false })
    expectOnlyKnownFailures(await judged(client, 'quick'), 'AWS CLI')
  },
  300_000,
)
