import { createFile, replaceFile } from '../baseline/write-file.ts'
import { dayOf } from '../baseline/look-up.ts'
import { initBaseline, type Edited } from '../baseline/init-baseline.ts'
import { isPartial } from '../baseline/apply-baseline.ts'
import { pruneBaseline } from '../baseline/prune-baseline.ts'
import { readBaselineDocument } from '../baseline/read-baseline.ts'
import { readReportFile } from '../report/read-report.ts'
import { updateBaseline } from '../baseline/update-baseline.ts'
import type { Report } from '../report/report.ts'
import { reveal, sanitize } from '../report/sanitize.ts'
import { UsageError } from '../run/errors.ts'
import type { BaselineRequest } from './baseline-options.ts'
import { exitCodes, type ExitCode } from './exit-code.ts'
import { reportFileIn } from './files.ts'
import type { Io } from './io.ts'

/** A whole run: what a part of one does not show need not be mended. */
const readWhole = async ({ from, expires }: BaselineRequest): Promise<Report> => {
  const report = await readReportFile(await reportFileIn(from), '--from')
  if (isPartial(report)) {
    throw new UsageError(
      `--from is of a part of a run: "${sanitize(from, 120)}"; give the report of a whole one, such as merge makes of shards`,
    )
  }
  if (expires !== undefined && expires < dayOf(report)) {
    throw new UsageError(
      `--expires is over: ${expires}, and the run is of ${dayOf(report)}; give a later day`,
    )
  }
  return report
}

const edit = async (request: BaselineRequest, report: Report): Promise<Edited> => {
  const { action, baseline, failOn = report.gate?.failOn ?? 'must' } = request
  switch (action) {
    case 'init': {
      const made = initBaseline(report, failOn, request)
      await createFile(baseline, made.text)
      return made
    }
    case 'update':
      return updateBaseline(await readBaselineDocument(baseline), report, failOn, request)
    case 'prune':
      return pruneBaseline(await readBaselineDocument(baseline), report)
    default:
      return action satisfies never
  }
}

const nothing = {
  init: 'nothing to list',
  update: 'nothing to add or to renew',
  prune: 'nothing to take out',
} as const

/** Writes or edits a baseline by a report, and says what it did, a line for each change. */
export const baselineCommand = async (
  request: BaselineRequest,
  { stdout }: Io,
): Promise<ExitCode> => {
  const report = await readWhole(request)
  const { text, changes } = await edit(request, report)
  if (request.action !== 'init' && changes.length > 0) await replaceFile(request.baseline, text)
  const file = sanitize(request.baseline, 200)
  for (const change of changes) stdout.write(`${reveal(change)}\n`)
  const count = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`
  stdout.write(`${file}: ${changes.length === 0 ? nothing[request.action] : count}\n`)
  return exitCodes.ok
}
