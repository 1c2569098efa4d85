import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDirectory } from './make-directory.ts'
import { failureFile, failureFileName, isFailureFileName } from './failure-file.ts'
import type { Report } from './report.ts'

const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** What a report is written to; each of them is a function of the report alone, so the same report gives the same bytes. */
const writers: readonly {
  readonly file: string
  readonly write: (report: Report) => string
}[] = [{ file: 'report.json', write: asText }]

/**
 * Takes away what an earlier run wrote here, and nothing else: a report of then, left by a run that cannot test its
 * subject, or a failure mended since, would be read as one of now.
 */
export const clearReport = async (directory: string): Promise<void> => {
  const failures = join(directory, 'failures')
  const names = await readdir(failures).catch((): string[] => [])
  const stale = [
    ...names.filter(isFailureFileName).map((name) => join(failures, name)),
    ...writers.map(({ file }) => join(directory, file)),
    join(directory, 'trace.ndjson'),
  ]
  await Promise.all(stale.map((file) => rm(file, { force: true })))
}

/** All of it or nothing: half a report would be read as a whole one. */
const writeWhole = async (path: string, content: string): Promise<void> => {
  const half = `${path}.part`
  try {
    await writeFile(half, content)
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined)
    throw error
  }
}

const writeFailures = async (directory: string, report: Report): Promise<void> => {
  await makeDirectory(directory)
  for (const rule of report.rules) {
    if (rule.failure === undefined) continue
    await writeWhole(
      join(directory, failureFileName(rule.id)),
      asText(failureFile(report, rule, rule.failure)),
    )
  }
}

/** Writes the report in all its forms into the directory, and nothing anywhere else. */
export const writeReport = async (directory: string, report: Report): Promise<void> => {
  await makeDirectory(directory)
  for (const { file, write } of writers) await writeWhole(join(directory, file), write(report))
  await writeFailures(join(directory, 'failures'), report)
}
