import { applyBaseline } from '../src/baseline/apply-baseline.ts'
import { knownBy } from '../src/baseline/known.ts'
import { readBaseline } from '../src/baseline/read-baseline.ts'
import { prepareOut } from '../src/cli/files.ts'
import { remoteFor } from '../src/cli/remote.ts'
import { remoteSummary } from '../src/cli/remote-summary.ts'
import { readRunRequest } from '../src/cli/run-options.ts'
import { refuseUnknownVariables } from '../src/cli/variables.ts'
import { startEmbedded } from '../src/embedded.ts'
import { ledgerDirectory } from '../src/ledger/directory.ts'
import { clearReport } from '../src/report/clear.ts'
import type { FailOn, Report } from '../src/report/report.ts'
import { openTraceFile, type TraceFile } from '../src/report/trace-file.ts'
import { gated, verdictOf } from '../src/report/verdict.ts'
import { writeReport } from '../src/report/write.ts'
import { planRun } from '../src/run/plan.ts'
import { runConformance } from '../src/run/run.ts'
import type { RunOptions, Subject } from '../src/run/options.ts'
import { rules as catalogue } from '../spec/rules/catalogue.ts'

/** What the suites judge; whatever is left out comes from the LAMBDA_CONFORMANCE_* variables, as on the command line. */
export type SuiteOptions = RunOptions & {
  readonly subject?: Subject
  /** The lowest level whose failures fail a test; default `must`. */
  readonly failOn?: FailOn
  /** A file of known failures: those are skipped, and anything unexpected fails. */
  readonly baseline?: string
  /** A directory for the reports. */
  readonly out?: string
}

export type Judged = { readonly report: Report; readonly failOn: FailOn }

const reportOf = async (
  subject: Subject,
  options: RunOptions,
  trace: TraceFile | undefined,
): Promise<Report> => {
  for await (const event of runConformance(subject, options)) {
    if (event.kind === 'traced') await trace?.write(event.trace)
    if (event.kind === 'finished') return event.report
  }
  throw new Error('Failed to get a report, because the run ended without one')
}

/** What was given as options, and for the rest what the environment says. */
const settingsOf = ({ subject, failOn, baseline, out, ...options }: SuiteOptions) => {
  refuseUnknownVariables(process.env)
  const request = readRunRequest({}, process.env, catalogue)
  const { endpoint, region } = request
  const named =
    endpoint === undefined ? undefined : { endpoint, ...(region === undefined ? {} : { region }) }
  return {
    subject: subject ?? named,
    failOn: failOn ?? request.failOn,
    baseline: baseline ?? request.baseline,
    out: out ?? request.out,
    ledger: ledgerDirectory(
      { ledger: options.ledger ?? request.ledger, out: out ?? request.out },
      process.env,
    ),
    options: { ...request.options, ...options },
  }
}

/** Where it is another machine: said before it is done, and refused where AWS would refuse it, as on the command line. */
const introduced = async (
  subject: Subject,
  options: RunOptions,
  ledger: string,
): Promise<Subject> => {
  if (!('endpoint' in subject)) return subject
  const { endpoint, region, credentials } = subject
  const { role, signal, keep = false } = options
  const asked = { endpoint, region, regionFound: undefined, role, plan: false }
  const remote = await remoteFor({ ...asked, credentials, signal })
  if (remote === undefined) return subject
  const found = remote.credentials === undefined ? {} : { credentials: remote.credentials }
  const known = { ...subject, region: remote.region, ...found }
  process.stderr.write(remoteSummary(remote, planRun(known, options), { keep, ledger }))
  return known
}

const judge = async (given: SuiteOptions): Promise<Judged> => {
  const { subject, failOn, baseline, out, ledger, options } = settingsOf(given)
  const known = baseline === undefined ? undefined : await readBaseline(baseline)
  const there = subject === undefined ? undefined : await introduced(subject, options, ledger)
  if (out !== undefined) {
    await prepareOut(out)
    await clearReport(out)
  }
  const trace = out === undefined ? undefined : openTraceFile(out)
  const embedded = there === undefined ? await startEmbedded() : undefined
  try {
    const judged =
      embedded === undefined ? there : { endpoint: embedded.url, embedded: true as const }
    if (judged === undefined) throw new Error('Failed to judge, because there is no subject')
    const today = new Date().toISOString().slice(0, 10)
    const knowing = {
      ...options,
      ...(known === undefined ? {} : { isKnown: knownBy(known, today) }),
      // An interrupted vitest gives nobody the time to clean up: it is for a sweep.
      ...(embedded === undefined && !('driver' in judged) ? { ledger } : {}),
    }
    const found = gated(await reportOf(judged, knowing, trace), failOn)
    const report = known === undefined ? found : applyBaseline(found, known)
    if (out !== undefined) await writeReport(out, report)
    const verdict = verdictOf(report, failOn)
    // Else every rule would be skipped, which reads as green.
    if (verdict.kind === 'untested') throw new Error(`Failed to judge, because ${verdict.because}`)
    return { report, failOn }
  } finally {
    await trace?.close()
    await embedded?.close()
  }
}

const underWay = new Map<SuiteOptions | undefined, Promise<Judged>>()

/** One run serves every contract: requests are dear, and judging is free. */
export const judgedOnce = (options: SuiteOptions | undefined): Promise<Judged> => {
  const known = underWay.get(options) ?? judge(options ?? {})
  underWay.set(options, known)
  return known
}
