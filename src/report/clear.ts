import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isFailureFileName } from './failure-file.ts'

/** What a report is written to, beside a file for each failure. */
export const reportFiles = [
  'report.json',
  'report.html',
  'junit.xml',
  'summary.md',
  'badge.json',
  'ctrf.json',
] as const
export type ReportFile = (typeof reportFiles)[number]

/**
 * Takes away what an earlier run wrote here, and nothing else: a report of then, left by a run that cannot test its
 * subject, or a failure mended since, would be read as one of now.
 */
export const clearReport = async (directory: string): Promise<void> => {
  const failures = join(directory, 'failures')
  const names = await readdir(failures).catch((): string[] => [])
  const stale = [
    ...names.filter(isFailureFileName).map((name) => join(failures, name)),
    ...[...reportFiles, 'trace.ndjson'].map((file) => join(directory, file)),
  ]
  await Promise.all(stale.map((file) => rm(file, { force: true })))
}
