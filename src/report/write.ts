import { createWriteStream } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ProgramTrace } from '../drivers/driver.ts'
import { makeDirectory } from './make-directory.ts'
import { failureFile, failureFileName, isFailureFileName } from './failure-file.ts'
import type { Report } from './report.ts'

const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function* lines(trace: readonly ProgramTrace[]): Generator<string> {
  for (const program of trace) yield `${JSON.stringify(program)}\n`
}

/**
 * Takes away what an earlier run wrote here, and nothing else: a report of then, left by a run that cannot test its
 * subject, or a failure mended since, would be read as one of now.
 */
export const clearReport = async (directory: string): Promise<void> => {
  const failures = join(directory, 'failures')
  const names = await readdir(failures).catch((): string[] => [])
  const stale = [
    ...names.filter(isFailureFileName).map((name) => join(failures, name)),
    join(directory, 'report.json'),
    join(directory, 'trace.ndjson'),
  ]
  await Promise.all(stale.map((file) => rm(file, { force: true })))
}

const writeFailures = async (directory: string, report: Report): Promise<void> => {
  await makeDirectory(directory)
  for (const rule of report.rules) {
    if (rule.failure === undefined) continue
    await writeFile(
      join(directory, failureFileName(rule.id)),
      asText(failureFile(report, rule, rule.failure)),
    )
  }
}

/** Writes what a run leaves for machines into the directory, and nothing anywhere else. */
export const writeReport = async (
  directory: string,
  report: Report,
  trace: readonly ProgramTrace[],
): Promise<void> => {
  await makeDirectory(directory)
  await clearReport(directory)
  await writeFile(join(directory, 'report.json'), asText(report))
  // A stream, because the trace of a long run is larger than a string may be.
  await pipeline(Readable.from(lines(trace)), createWriteStream(join(directory, 'trace.ndjson')))
  await writeFailures(join(directory, 'failures'), report)
}
