/**
 * `npm run bench`: what a run costs on the embedded endpoint, and what the harness adds to the bare client, what writing
 * reports costs, and how the search for an order of calls made at once grows. Each figure is
 * taken in a process of its own; the ratio compares two figures of one process. Writes reports/bench.json.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { profiles, type Profile } from '../report/report.ts'
import { bareRequestsPerSecond } from './bare-client.ts'
import { linearizabilityFigures } from './linearizability.ts'
import { oneRun, type OneRun } from './one-run.ts'
import { reportFigures } from './reports.ts'

type Figures = OneRun & {
  readonly peakMemoryMb: number
  /** The run again in the same process, the modules loaded: requests per second, and those of the bare client. */
  readonly warm: { readonly harness: number; readonly bare: number; readonly ratio: number }
}

const seed = 7

const measure = async (profile: Profile): Promise<Figures> => {
  const { trace: _, ...cold } = await oneRun(profile, seed)
  const peakMemoryMb = process.resourceUsage().maxRSS / 1_024
  const warm = await oneRun(profile, seed)
  const bare = await bareRequestsPerSecond(warm.trace)
  const harness = warm.requestsPerSecond
  return { ...cold, peakMemoryMb, warm: { harness, bare, ratio: harness / bare } }
}

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value

const kinds = [...profiles, 'reports', 'linearizability'] as const
type Kind = (typeof kinds)[number]

/** In a process of its own, so that its memory is its own. */
const inProcess = (kind: Kind): unknown => {
  const { stdout, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), kind], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0)
    throw new Error(`Failed to measure ${kind}, because its process ended with ${status}`)
  return JSON.parse(stdout)
}

const measured = process.argv.slice(2).find((name): name is Kind => kinds.includes(name as Kind))
if (measured === undefined) {
  const figures = Object.fromEntries(
    (['quick', 'standard', 'reports', 'linearizability'] as const).map((kind) => [
      kind,
      inProcess(kind),
    ]),
  )
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model ?? '' }
  const text = `${JSON.stringify({ machine, ...figures }, rounded, 2)}\n`
  mkdirSync('reports', { recursive: true })
  writeFileSync('reports/bench.json', text)
  process.stdout.write(text)
} else {
  const figures =
    measured === 'reports'
      ? await reportFigures(seed)
      : measured === 'linearizability'
        ? linearizabilityFigures()
        : await measure(measured)
  process.stdout.write(JSON.stringify(figures))
}
