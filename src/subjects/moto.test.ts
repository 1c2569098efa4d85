import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { motoFailures, motoVersion } from '../../fixtures/subjects/moto.ts'
import type { Report } from '../report/report.ts'
import { runConformance } from '../run/run.ts'

const installed = spawnSync('moto_server', ['--help']).error === undefined
if (!installed) {
  console.warn('SKIPPED: moto_server is not on the PATH, so the suite is not tried on moto here')
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** moto makes functions only for roles that exist in its IAM. */
const createRole = (endpoint: string): Promise<Response> =>
  fetch(endpoint, {
    method: 'POST',
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20240101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=none',
    },
    body: new URLSearchParams({
      Action: 'CreateRole',
      RoleName: 'lambda-conformance',
      AssumeRolePolicyDocument: '{}',
      Version: '2010-05-08',
    }),
  })

let moto: ChildProcess | undefined
let endpoint = ''

beforeAll(async () => {
  if (!installed) return
  const port = await freePort()
  endpoint = `http://127.0.0.1:${port}`
  moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  for (let tries = 0; tries < 120; tries += 1) {
    const made = await createRole(endpoint).catch(() => undefined)
    if (made?.ok) return
    await sleep(250)
  }
  throw new Error('Failed to reach moto_server, because it did not answer within 30 s')
}, 60_000)

afterAll(async () => {
  if (moto === undefined || moto.exitCode !== null) return
  moto.kill()
  await once(moto, 'exit')
})

const reportOf = async (): Promise<Report> => {
  for await (const event of runConformance({ endpoint }, { profile: 'quick', seed: 7 })) {
    if (event.kind === 'finished') return event.report
  }
  throw new Error('no report')
}

test.skipIf(!installed)(
  `moto_server fails exactly the rules kept for it (confirmed on ${motoVersion})`,
  async () => {
    const report = await reportOf()
    const failed = report.rules.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)
    expect(failed.toSorted()).toEqual(Object.keys(motoFailures).toSorted())
    expect(report.run.resources.leaked).toBe(0)
    const unproven = report.rules.filter(({ failure }) => failure?.steps.length === 0)
    expect(unproven).toEqual([])
  },
  180_000,
)
