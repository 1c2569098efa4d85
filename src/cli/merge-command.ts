import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { applyBaseline } from '../baseline/apply-baseline.ts'
import { readBaseline } from '../baseline/read-baseline.ts'
import { clearReport } from '../report/clear.ts'
import { sanitize } from '../report/sanitize.ts'
import { readReportFile } from '../report/read-report.ts'
import { gated } from '../report/verdict.ts'
import { mergeReports } from '../run/merge.ts'
import { deliver } from './deliver.ts'
import type { ExitCode } from './exit-code.ts'
import { prepareOut, refuseWithinOut, reportFileIn } from './files.ts'
import type { Io } from './io.ts'
import type { MergeRequest } from './merge-options.ts'

/** The traces one after the other, as far as they lie beside their reports. */
const joinTraces = async (reports: readonly string[], out: string): Promise<void> => {
  const into = join(out, 'trace.ndjson')
  for (const report of reports) {
    const trace = join(dirname(report), 'trace.ndjson')
    const isThere = (await stat(trace).catch(() => undefined))?.isFile() === true
    if (isThere) await pipeline(createReadStream(trace), createWriteStream(into, { flags: 'a' }))
  }
}

/** One report from those of the shards of a run. Throws `UsageError` where they are not that. */
export const mergeCommand = async (request: MergeRequest, io: Io): Promise<ExitCode> => {
  const { out, configured } = request
  if (configured !== undefined) io.stderr.write(`configured by ${sanitize(configured, 200)}\n`)
  const files = await Promise.all(request.reports.map(reportFileIn))
  if (out !== undefined) {
    for (const file of files) await refuseWithinOut(file, out, 'merge')
    if (request.baseline !== undefined) await refuseWithinOut(request.baseline, out, '--baseline')
  }
  const reports = await Promise.all(
    files.map(async (file) => ({ file, report: await readReportFile(file, 'merge') })),
  )
  const whole = gated(mergeReports(reports), request.failOn)
  const report =
    request.baseline === undefined || request.baseline === 'none'
      ? whole
      : applyBaseline(whole, await readBaseline(request.baseline))
  if (out === undefined) return deliver(report, request, io)
  await prepareOut(out)
  await clearReport(out)
  return deliver(report, request, io, () => joinTraces(files, out))
}
