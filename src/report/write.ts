import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { badgeJson } from './badge.ts'
import { reportFiles, type ReportFile } from './clear.ts'
import { ctrfJson } from './ctrf.ts'
import { failureFile, failureFileName } from './failure-file.ts'
import { htmlPage } from './html/page.ts'
import { junitXml } from './junit.ts'
import { makeDirectory } from './make-directory.ts'
import type { Report } from './report.ts'
import { summaryMarkdown } from './summary.ts'

const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Each of them is a function of the report alone, so the same report gives the same bytes. */
const writers: Readonly<Record<ReportFile, (report: Report) => string>> = {
  'report.json': asText,
  'report.html': htmlPage,
  'junit.xml': junitXml,
  'summary.md': summaryMarkdown,
  'badge.json': badgeJson,
  'ctrf.json': ctrfJson,
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
  for (const file of reportFiles) await writeWhole(join(directory, file), writers[file](report))
  await writeFailures(join(directory, 'failures'), report)
}
