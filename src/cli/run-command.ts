import { isLoopback } from '../drivers/credentials.ts'
import { startEmbedded } from '../embedded.ts'
import { colours, noColours } from '../report/paint.ts'
import type { Report } from '../report/report.ts'
import { reportText } from '../report/text.ts'
import { subjectInWords } from '../report/text-options.ts'
import { gated, verdictOf } from '../report/verdict.ts'
import { writeReport } from '../report/write.ts'
import type { ConformanceEvent, Plan } from '../run/event.ts'
import { UsageError } from '../run/errors.ts'
import type { RunOptions, Subject } from '../run/options.ts'
import type { ClientMaker } from '../wrapper/client.ts'
import { exitCodeOf, exitCodes, faultOf, type ExitCode } from './exit-code.ts'
import { prepareOut, readReplay } from './files.ts'
import { hasColours, widthOf, type Io } from './io.ts'
import { planText } from './plan-text.ts'
import { createProgress } from './progress.ts'
import type { RunRequest } from './run-options.ts'

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
}

type Finished = Extract<ConformanceEvent, { kind: 'finished' }>

const optionsOf = async (
  { options, replay }: RunRequest,
  { wrapper }: Target,
): Promise<RunOptions> => {
  if (replay === undefined) return options
  const { token, rule, ...made } = await readReplay(replay)
  if (wrapper === undefined && rule?.startsWith('client/') === true) {
    throw new UsageError(
      '--replay names a failure of a wrapper; replay it with lambda-conformance wrapper',
    )
  }
  // What is typed wins over what the failure was found with.
  return { ...made, ...(rule === undefined ? {} : { rules: [rule] }), ...options, replay: token }
}

const follow = async (
  events: AsyncIterable<ConformanceEvent>,
  request: RunRequest,
  { subject, wrapped }: { readonly subject: string; readonly wrapped: boolean },
  io: Io,
): Promise<Finished> => {
  const { stderr, signal } = io
  const live = stderr.isTTY === true && !request.quiet
  const progress = createProgress({
    stream: stderr,
    live,
    subject,
    planFirst: wrapped || !isLoopback(request.endpoint ?? 'http://localhost'),
    now: () => performance.now(),
  })
  const ticker = live ? setInterval(progress.redraw, 250).unref() : undefined
  const onInterrupt = (): void =>
    progress.note(
      request.options.keep === true
        ? 'Interrupted; once more stops at once'
        : 'Interrupted: deleting what was created; once more stops at once and leaves it',
    )
  signal.addEventListener('abort', onInterrupt, { once: true })
  try {
    for await (const event of events) {
      if (event.kind === 'finished') return event
      if (!request.quiet) progress.on(event)
    }
  } finally {
    clearInterval(ticker)
    signal.removeEventListener('abort', onInterrupt)
    progress.end()
  }
  throw new Error('Failed to get a report, because the run ended without one')
}

const show = (report: Report, request: RunRequest, { stdout, env, signal }: Io): void => {
  stdout.write(
    request.json
      ? `${JSON.stringify(report, null, 2)}\n`
      : reportText(report, {
          width: widthOf(stdout),
          paint: hasColours(stdout, env, request.noColor) ? colours : noColours,
          interrupted: signal.aborted,
        }),
  )
}

/** Whether all was written; a full disk takes the files, not the verdict. */
const save = async (
  { report, trace }: Finished,
  out: string | undefined,
  { stderr, env }: Io,
): Promise<boolean> => {
  if (out === undefined) return true
  try {
    await writeReport(out, report, trace)
    return true
  } catch (error) {
    stderr.write(`lambda-conformance: --out could not be written: ${faultOf(error, env).message}\n`)
    return false
  }
}

const judge = async (request: RunRequest, target: Target, io: Io, engine: Engine) => {
  const { endpoint, wrapper } = target
  const subject = {
    endpoint,
    ...(target.embedded ? { embedded: true as const } : {}),
    ...(wrapper === undefined ? {} : { client: wrapper.client }),
    ...(request.region === undefined ? {} : { region: request.region }),
  }
  const name = subjectInWords({ ...subject, ...wrapper?.client })
  const options = { ...(await optionsOf(request, target)), signal: io.signal }
  if (request.plan) {
    const plan = engine.planRun(subject, options)
    io.stdout.write(
      request.json
        ? `${JSON.stringify(plan, null, 2)}\n`
        : planText(plan, name, options.keep === true),
    )
    return exitCodes.ok
  }
  const finished = await follow(
    engine.runConformance(subject, options),
    request,
    { subject: name, wrapped: wrapper !== undefined },
    io,
  )
  const command = wrapper === undefined ? {} : { command: wrapper.typed }
  const report = gated(
    { ...finished.report, subject: { ...finished.report.subject, ...command } },
    request.failOn,
  )
  show(report, request, io)
  const saved = await save({ ...finished, report }, request.out, io)
  if (io.signal.aborted) return exitCodes.interrupted
  return saved ? exitCodeOf(verdictOf(report, request.failOn)) : exitCodes.harness
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
  if (request.out !== undefined && !request.plan) await prepareOut(request.out)
  const means = wrapper === undefined ? {} : { wrapper }
  if (request.endpoint !== undefined) {
    return judge(request, { endpoint: request.endpoint, embedded: false, ...means }, io, engine)
  }
  const served = await startEmbedded()
  try {
    return await judge(request, { endpoint: served.url, embedded: true, ...means }, io, engine)
  } finally {
    await served.close()
  }
}
