import { oneLine } from '../drivers/one-line.ts'
import { colours, noColours } from '../report/paint.ts'
import { leftoversLine, leftoversOf } from '../report/leftovers.ts'
import type { Report } from '../report/report.ts'
import { sanitize } from '../report/sanitize.ts'
import { reportText } from '../report/text.ts'
import { verdictOf } from '../report/verdict.ts'
import { exitCodeOf, exitCodes, type ExitCode } from './exit-code.ts'
import { faultForLog, forLog, jsonForLog, tellStep } from './github-step.ts'
import { hasColours, widthOf, type Io } from './io.ts'

/** How a report is wanted. */
export type Delivery = {
  readonly out?: string
  readonly json: boolean
  readonly noColor: boolean
}

const show = (report: Report, { json, noColor }: Delivery, { stdout, stderr, env }: Io): void => {
  if (json) {
    stdout.write(jsonForLog(report, env))
    const leftovers = leftoversOf(report)
    if (leftovers !== undefined) {
      stderr.write(faultForLog(`lambda-conformance: ${leftoversLine(leftovers)}\n`, env))
    }
    return
  }
  const paint = hasColours(stdout, env, noColor) ? colours : noColours
  const options = { width: widthOf(stdout), paint }
  stdout.write(forLog(reportText(report, options), env))
}

/** Whether all was written. A full disk takes the files, not the verdict. */
const save = async (
  report: Report,
  out: string | undefined,
  finishTrace: () => Promise<void>,
  { stderr }: Io,
): Promise<boolean> => {
  if (out === undefined) return true
  try {
    // Loaded late: most runs are looked at on a terminal alone.
    const { writeReport } = await import('../report/write.ts')
    await writeReport(out, report)
    await finishTrace()
    return true
  } catch (error) {
    const because = error instanceof Error ? oneLine(error.message) : String(error)
    stderr.write(
      `lambda-conformance: Failed to write to --out "${sanitize(out, 200)}", because ${because}; the verdict stands\n`,
    )
    return false
  }
}

/** Shows a report, writes it where it is wanted, and says with which code to end. */
export const deliver = async (
  report: Report,
  delivery: Delivery,
  io: Io,
  finishTrace: () => Promise<void> = async () => {},
): Promise<ExitCode> => {
  show(report, delivery, io)
  await tellStep(report, delivery.json, io)
  const saved = await save(report, delivery.out, finishTrace, io)
  if (io.signal.aborted) return exitCodes.interrupted
  const failOn = report.gate?.failOn ?? 'must'
  return saved ? exitCodeOf(verdictOf(report, failOn)) : exitCodes.harness
}
