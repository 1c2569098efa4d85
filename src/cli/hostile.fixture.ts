import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HostileSubject, Served } from '../../fixtures/hostile/subject.ts'
import type { Report } from '../report/report.ts'
import { faultsOfFiles } from './hostile-files.fixture.ts'
import { faultsOfOutput } from './hostile-output.fixture.ts'

/** How a subject is judged. */
export type Round = {
  readonly profile: 'quick' | 'standard'
  readonly seed: number
  readonly maxRequests?: number
  /** For one request, where the subject names none of its own. */
  readonly timeoutMs: number
  readonly settleTimeoutMs: number
  readonly deadlineS: number
  /** After which the process is killed: far beyond all the limits above. */
  readonly killAfterMs: number
}

export type Tried = {
  /** What was not as it must be, in words; empty where all was well. */
  readonly faults: readonly string[]
  readonly code: number | null
  readonly report: Report | undefined
  readonly output: string
  readonly peakMegabytes: number
  readonly durationMs: number
}

const peakMemory = new URL('peak-memory.mjs', import.meta.url).href

/** Folders of one run: all but `out` and `state` must stay as they are. */
const sandbox = async () => {
  const root = await mkdtemp(join(tmpdir(), 'hostile-'))
  const [cwd, home, state, notes] = ['cwd', 'home', 'state', 'notes'].map((name) =>
    join(root, name),
  )
  const folders = {
    root,
    cwd: cwd!,
    home: home!,
    state: state!,
    notes: notes!,
    out: join(cwd!, 'out'),
  }
  for (const folder of [cwd!, home!, state!, notes!]) await mkdir(folder)
  return folders
}

/** What was written where nothing is to be written. A ledger may lie in the folder for states. */
const strays = async ({ root }: { readonly root: string }): Promise<readonly string[]> =>
  (await readdir(root, { recursive: true }))
    .filter((path) => !/^(?:cwd(?:\/out(?:\/.*)?)?|home|state(?:\/.*)?|notes(?:\/.*)?)$/.test(path))
    .map((path) => `${path} was written`)

const argumentsOf = (
  url: string,
  out: string,
  { timeoutMs, deadlineS, takesLong }: HostileSubject,
  round: Round,
): readonly string[] => {
  const limit = takesLong === true ? undefined : round.maxRequests
  const options = {
    endpoint: url,
    out,
    profile: round.profile,
    seed: round.seed,
    'timeout-ms': timeoutMs ?? round.timeoutMs,
    'settle-timeout-ms': round.settleTimeoutMs,
    'deadline-s': deadlineS ?? round.deadlineS,
    ...(limit === undefined ? {} : { 'max-requests': limit }),
  }
  return ['run', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`])]
}

const faultsOfVerdict = (
  { expected }: HostileSubject,
  code: number | null,
  output: string,
  report: Report | undefined,
): readonly string[] => {
  const verdicts = new Map<string, string>(report?.rules.map(({ id, verdict }) => [id, verdict]))
  const wrong = Object.entries(expected.verdicts ?? {}).flatMap(([id, verdict]) =>
    verdicts.get(id) === verdict ? [] : [`${id} is ${verdicts.get(id)}, not ${verdict}`],
  )
  const failed = report?.rules.filter(
    ({ verdict, level }) => verdict === 'fail' && level === 'must',
  )
  const broken = report?.rules.filter(({ verdict }) => verdict === 'harness-error') ?? []
  return [
    ...(code === expected.exit ? [] : [`exit ${code}, not ${expected.exit}`]),
    ...(expected.says === undefined || output.includes(expected.says)
      ? []
      : [`nothing says "${expected.says}"`]),
    ...wrong,
    ...broken.map(({ id, reason }) => `${id}: the harness failed: ${reason}`),
    ...(expected.exit === 0 && (failed?.length ?? 0) > 0
      ? [`a legal subject fails ${failed?.map(({ id }) => id).join(' ')}`]
      : []),
  ]
}

const faultsOfSubject = async (
  { expected }: HostileSubject,
  served: Served,
): Promise<readonly string[]> => {
  const left = await served.left()
  return [
    ...served.trespasses(),
    ...(left.length > 0 && expected.leaves !== true ? [`left behind: ${left.join(' ')}`] : []),
  ]
}

/** Judges one subject by the command line as a process of its own, and looks at all that came of it. */
export const tryOn = async (
  main: string,
  subject: HostileSubject,
  round: Round,
): Promise<Tried> => {
  const served = await subject.serve()
  const folders = await sandbox()
  const peakFile = join(folders.notes, 'peak')
  const startedAt = performance.now()
  try {
    const child = spawn(
      process.execPath,
      ['--import', peakMemory, main, ...argumentsOf(served.url, folders.out, subject, round)],
      {
        cwd: folders.cwd,
        env: {
          PATH: process.env['PATH'],
          HOME: folders.home,
          XDG_STATE_HOME: folders.state,
          PEAK_FILE: peakFile,
          // As a step of a workflow: what is a command there must be one of ours.
          GITHUB_ACTIONS: 'true',
          GITHUB_STEP_SUMMARY: join(folders.notes, 'summary.md'),
        },
      },
    )
    const parts: Buffer[][] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => parts[0]?.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => parts[1]?.push(chunk))
    let killed = false
    const killer = setTimeout(() => {
      killed = true
      child.kill('SIGKILL')
    }, round.killAfterMs)
    await once(child, 'close')
    clearTimeout(killer)
    const durationMs = performance.now() - startedAt
    const [stdout = '', stderr = ''] = parts.map((each) => Buffer.concat(each).toString())
    const { report, faults } = await faultsOfFiles(folders.out)
    const peak = Number(await readFile(peakFile, 'utf8').catch(() => 'NaN')) / 1024
    return {
      faults: [
        ...(killed ? ['it did not end'] : []),
        ...(peak < 500 ? [] : [`it took ${peak} MB`]),
        ...faultsOfVerdict(subject, child.exitCode, stdout + stderr, report),
        ...faultsOfOutput(stdout, 'stdout'),
        ...faultsOfOutput(stderr, 'stderr'),
        ...faults,
        ...(await strays(folders)),
        ...(await faultsOfSubject(subject, served)),
      ],
      code: child.exitCode,
      report,
      output: stdout + stderr,
      peakMegabytes: peak,
      durationMs,
    }
  } finally {
    await served.close()
    await rm(folders.root, { recursive: true, force: true })
  }
}

/** Lets so many pieces of work go on at once; the others wait for their turn. */
export const atMost = (limit: number) => {
  const waiting: (() => void)[] = []
  let underWay = 0
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (underWay >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    else underWay += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) underWay -= 1
      else next()
    }
  }
}
