import { isLoopback } from '../drivers/credentials.ts'
import { applyBaseline } from '../baseline/apply-baseline.ts'
import type { Baseline } from '../baseline/baseline.ts'
import { knownBy } from '../baseline/known.ts'
import { readBaseline } from '../baseline/read-baseline.ts'
import type { ProgramTrace } from '../drivers/driver.ts'
import { redact } from '../drivers/redact.ts'
import { startEmbedded } from '../embedded.ts'
import { sanitize } from '../report/sanitize.ts'
import { subjectInWords } from '../report/text-options.ts'
import { clearReport } from '../report/clear.ts'
import { openTraceFile, type TraceFile } from '../report/trace-file.ts'
import { gated } from '../report/verdict.ts'
import { ledgerDirectory, sweepFor } from '../ledger/directory.ts'
import type { ConformanceEvent, Plan } from '../run/event.ts'
import { UsageError } from '../run/errors.ts'
import type { RunOptions, Subject } from '../run/options.ts'
import type { ClientMaker } from '../wrapper/client.ts'
import { deliver } from './deliver.ts'
import { leftByEarlierRuns, leftByThisRun, requireLedgerDirectory } from './earlier-runs.ts'
import { exitCodes, type ExitCode } from './exit-code.ts'
import { prepareOut, readReplay, refuseWithinOut, type ReplayRequest } from './files.ts'
import { follow } from './follow.ts'
import type { Io } from './io.ts'
import { planText } from './plan-text.ts'
import { remoteFor } from './remote.ts'
import { remoteSummary } from './remote-summary.ts'
import { requireConsent, type RunRequest } from './run-options.ts'
import { endpoint as endpointValue } from './values.ts'

export type Engine = {
  readonly runConformance: (
    subject: Subject,
    options?: RunOptions,
  ) => AsyncIterable<ConformanceEvent>
  readonly planRun: (subject: Subject, options?: RunOptions) => Plan
}

/** A wrapper to judge, and how it was typed: for the command that replays a failure. */
export type WrapperTarget = { readonly client: ClientMaker; readonly typed: string }

/** What a run is aimed at. */
type Target = {
  readonly endpoint: string
  readonly embedded: boolean
  readonly wrapper?: WrapperTarget
  readonly replay: ReplayRequest | undefined
  readonly baseline: Baseline | undefined
}

const optionsOf = ({ options }: RunRequest, replay: ReplayRequest | undefined): RunOptions => {
  if (replay === undefined) return options
  const { token, rule, options: found } = replay
  // What is typed wins over what the failure was found with.
  return { ...found, ...(rule === undefined ? {} : { rules: [rule] }), ...options, replay: token }
}

const judge = async (
  request: RunRequest,
  { endpoint, embedded, wrapper, replay, baseline }: Target,
  io: Io,
  engine: Engine,
): Promise<ExitCode> => {
  const asked = optionsOf(request, replay)
  const remote = await remoteFor({
    endpoint,
    region: request.region,
    regionFound: replay?.region,
    role: asked.role,
    plan: request.plan,
    signal: io.signal,
  })
  const region = remote?.region ?? request.region ?? replay?.region
  const subject = {
    endpoint,
    ...(embedded ? { embedded: true as const } : {}),
    ...(wrapper === undefined ? {} : { client: wrapper.client }),
    ...(region === undefined ? {} : { region }),
    ...(remote?.credentials === undefined ? {} : { credentials: remote.credentials }),
  }
  const name = subjectInWords({ ...subject, ...wrapper?.client })
  const today = new Date().toISOString().slice(0, 10)
  const options = {
    ...asked,
    signal: io.signal,
    ...(baseline === undefined ? {} : { isKnown: knownBy(baseline, today) }),
  }
  const keep = options.keep === true
  // The reference endpoint of the run itself is gone with it.
  const ledger = embedded ? undefined : ledgerDirectory(request, io.env)
  if (request.plan) {
    const plan = engine.planRun(subject, options)
    io.stdout.write(
      request.json
        ? `${JSON.stringify(remote === undefined ? plan : { ...plan, remote }, null, 2)}\n`
        : planText(plan, name, keep, remote),
    )
    return exitCodes.ok
  }
  // Also with --quiet: whoever owns the other machine has to be able to tell what was done there, and by whom.
  if (remote !== undefined) {
    const plan = engine.planRun(subject, options)
    io.stderr.write(remoteSummary(remote, plan, { keep, ledger: ledgerDirectory(request, io.env) }))
  }
  if (ledger !== undefined) {
    await requireLedgerDirectory(ledger)
    const earlier = request.quiet ? [] : await leftByEarlierRuns(ledger, endpoint)
    for (const line of earlier) io.stderr.write(`${line}\n`)
  }
  let trace: TraceFile | undefined
  const following = {
    subject: name,
    planFirst: wrapper !== undefined || !isLoopback(endpoint),
    quiet: request.quiet,
    keep,
    ...(ledger === undefined ? {} : { sweep: sweepFor(ledger) }),
    // Not before: a run that was not even begun takes away no report of an earlier one.
    onPlan: async () => {
      if (request.out === undefined) return
      await clearReport(request.out)
      trace = openTraceFile(request.out)
    },
    onTrace: async (each: ProgramTrace) => trace?.write(each),
  }
  const found = await follow(
    engine.runConformance(subject, ledger === undefined ? options : { ...options, ledger }),
    following,
    io,
  ).catch(async (error: unknown) => {
    await trace?.close().catch(() => undefined)
    const left = ledger === undefined ? [] : await leftByThisRun(ledger, endpoint)
    for (const line of left) io.stderr.write(`${line}\n`)
    throw error
  })
  const command = wrapper === undefined ? {} : { command: redact(wrapper.typed) }
  const stopped = io.signal.aborted ? { stopped: 'cancelled' } : {}
  const report = gated(
    {
      ...found,
      subject: { ...found.subject, ...command },
      run: { ...found.run, ...stopped },
    },
    request.failOn,
  )
  return deliver(
    baseline === undefined ? report : applyBaseline(report, baseline),
    request,
    io,
    async () => trace?.close(),
  )
}

const replayIn = async (
  { replay: tokenOrFile, out }: RunRequest,
  wrapper: WrapperTarget | undefined,
): Promise<ReplayRequest | undefined> => {
  if (tokenOrFile === undefined) return undefined
  const replay = await readReplay(tokenOrFile)
  if (wrapper === undefined && replay.rule?.startsWith('client/') === true) {
    throw new UsageError(
      '--replay names a failure of a wrapper; replay it with lambda-conformance wrapper',
    )
  }
  if (out !== undefined) await refuseWithinOut(tokenOrFile, out, '--replay')
  return replay.endpoint === undefined
    ? replay
    : { ...replay, endpoint: endpointValue(replay.endpoint, `the endpoint in ${tokenOrFile}`) }
}

/**
 * Judges an endpoint, or the reference endpoint started for this run; or a wrapper in front of it. Throws what `faultOf`
 * explains.
 */
export const runCommand = async (
  request: RunRequest,
  io: Io,
  engine: Engine,
  wrapper?: WrapperTarget,
): Promise<ExitCode> => {
  const replay = await replayIn(request, wrapper)
  // One failure run again is asked about for itself, whoever tolerates it.
  const baseline =
    request.baseline === undefined || replay !== undefined
      ? undefined
      : await readBaseline(request.baseline)
  const means = { replay, baseline, ...(wrapper === undefined ? {} : { wrapper }) }
  if (request.out !== undefined && !request.plan) {
    if (request.baseline !== undefined) {
      await refuseWithinOut(request.baseline, request.out, '--baseline')
    }
    await prepareOut(request.out)
  }
  if (request.config !== undefined && !request.quiet) {
    io.stderr.write(`configured by ${sanitize(request.config, 200)}\n`)
  }
  const endpoint = request.endpoint ?? replay?.endpoint
  if (endpoint !== undefined) {
    if (!request.plan) requireConsent(endpoint, request.allowRemote)
    return judge(request, { endpoint, embedded: false, ...means }, io, engine)
  }
  const served = await startEmbedded()
  try {
    return await judge(request, { endpoint: served.url, embedded: true, ...means }, io, engine)
  } finally {
    await served.close()
  }
}
