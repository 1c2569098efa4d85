import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rules } from '../../spec/rules/catalogue.ts'
import { planRun } from '../run/plan.ts'
import { runConformance } from '../run/run.ts'
import { fakeIo } from './io.fixture.ts'
import { runCommand } from './run-command.ts'
import { wrapperCommand } from './wrapper-command.ts'
import { readWrapperRequest } from './wrapper-options.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const engine = { runConformance, planRun }

const fileOf = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const perform = async (adapter: string | undefined, typed: Readonly<Record<string, unknown>>) => {
  const io = fakeIo()
  const request = readWrapperRequest(
    adapter,
    { profile: 'quick', seed: '1', rule: ['client'], ...typed },
    {},
    rules,
  )
  return { code: await wrapperCommand(request, io, engine), io }
}

/** Sends each call as it is told, but never a RevisionId. */
const forgetful = `
const forms = { PublishVersion: ['POST', 'versions'], UpdateFunctionCode: ['PUT', 'code'] }
const send = (target, operation) => async ({ FunctionName, RevisionId, ...body }) => {
  const [method, end] = forms[operation]
  const url = target.endpoint + '/2015-03-31/functions/' + encodeURIComponent(FunctionName) + '/' + end
  const response = await fetch(url, { method, body: JSON.stringify(body) })
  const said = JSON.parse(await response.text())
  if (response.ok) return said
  throw Object.assign(new Error(said.message ?? said.Message), {
    name: response.headers.get('x-amzn-errortype'),
    $metadata: { httpStatusCode: response.status },
  })
}
export default {
  name: 'forgetful',
  create: (target) => ({
    publishVersion: send(target, 'PublishVersion'),
    updateFunctionCode: send(target, 'UpdateFunctionCode'),
  }),
}
`

test('an adapter that loses a member ends with 1, and the failure says how to come to it again', async () => {
  const path = await fileOf('adapter.mjs', forgetful)
  const { code, io } = await perform(path, { out: join(folder, 'reports') })
  expect(code).toBe(1)
  expect(io.out()).toContain('✗ client/keeps-revision-id   must, documented')
  expect(io.out()).toMatch(/ {2}sent {6}\w+.* → \d{3}/)
  expect(io.out()).toMatch(/ {2}told {6}(?:success|\d{3})/)
  expect(io.out()).toContain(
    `lambda-conformance wrapper ${path} --rule client/keeps-revision-id --replay 1:`,
  )
  expect(io.out()).toMatch(
    /FAIL {2}forgetful, in front of the embedded reference endpoint violates/,
  )
  const report = JSON.parse(await readFile(join(folder, 'reports', 'report.json'), 'utf8'))
  expect(report.subject).toMatchObject({ kind: 'wrapper', name: 'forgetful' })
})

test('a failure file runs its sequence again, through the wrapper', async () => {
  const path = await fileOf('adapter.mjs', forgetful)
  await perform(path, { out: join(folder, 'reports'), rule: ['client/keeps-revision-id'] })
  const replay = join(folder, 'reports', 'failures', 'client__keeps-revision-id.json')
  const { code, io } = await perform(path, { replay })
  expect(code).toBe(1)
  expect(io.out()).toContain('✗ client/keeps-revision-id')
  const { run } = readWrapperRequest(path, { replay }, {}, rules)
  await expect(runCommand(run, fakeIo(), engine)).rejects.toThrow(
    'replay it with lambda-conformance wrapper',
  )
})

test('a program that says something else ends with 1, and the failure quotes it', async () => {
  const path = await fileOf(
    'program.mjs',
    `process.stdin.resume().on('end', () => console.log('hi'))`,
  )
  const { code, io } = await perform(undefined, { command: `node ${path}` })
  expect(code).toBe(1)
  expect(io.out()).toContain('✗ client/answers')
  expect(io.out()).toContain(`wrapper --command 'node ${path}' --rule `)
})

test('a program that loops for ever ends with 1', async () => {
  const path = await fileOf('program.mjs', 'for (;;);')
  const { code, io } = await perform(undefined, {
    command: `node ${path}`,
    persistent: true,
    timeoutMs: '1000',
    deadlineS: '5',
  })
  expect(code).toBe(1)
  expect(io.out()).toContain('✗ client/ends')
})

test('an adapter without the contract is wrong usage, told in a line', async () => {
  const path = await fileOf('adapter.mjs', 'export const name = 1')
  await expect(perform(path, {})).rejects.toThrow(
    /adapter\.mjs has no default export; write export default/,
  )
})

test('a plan asks the wrapper nothing', async () => {
  const path = await fileOf('program.mjs', `throw new Error('asked')`)
  const { code, io } = await perform(undefined, { command: `node ${path}`, plan: true })
  expect(code).toBe(0)
  expect(io.out()).toMatch(/subject +node .*in front of the embedded reference endpoint/)
})
