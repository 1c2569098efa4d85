import { join } from 'node:path'
import { badgeJson } from './badge.ts'
import { reportFiles, type ReportFile } from './clear.ts'
import { ctrfJson } from './ctrf.ts'
import { failureFile, failureFileName } from './failure-file.ts'
import { jsonText } from './json-text.ts'
import { htmlPage } from './html/page.ts'
import { junitXml } from './junit.ts'
import { makeDirectory } from './make-directory.ts'
import type { Report } from './report.ts'
import { summaryMarkdown } from './summary.ts'
import { writeWhole } from './write-whole.ts'

const asText = (value: unknown): string => jsonText(value, 2)

/** Each of them is a function of the report alone, so the same report gives the same bytes. */
const writers: Readonly<Record<ReportFile, (report: Report) => string>> = {
  'report.json': asText,
  'report.html': htmlPage,
  'junit.xml': junitXml,
  'summary.md': summaryMarkdown,
  'badge.json': badgeJson,
  'ctrf.json': ctrfJson,
}

/** Writes the report in all its forms into the directory, whole or not at all, and nothing anywhere else. */
export const writeReport = async (directory: string, report: Report): Promise<void> => {
  const failures = join(directory, 'failures')
  await makeDirectory(failures)
  const contents = new Map<string, () => string>()
  for (const file of reportFiles) {
    contents.set(join(directory, file), () => writers[file](report))
  }
  for (const rule of report.rules) {
    const { failure } = rule
    if (failure === undefined) continue
    const path = join(failures, failureFileName(rule.id))
    contents.set(path, () => asText(failureFile(report, rule, failure)))
  }
  await writeWhole(contents)
}
