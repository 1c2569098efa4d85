import { randomUUID } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import { annotations, withoutCommands } from '../report/github.ts'
import type { Report } from '../report/report.ts'
import { summaryMarkdown } from '../report/summary.ts'
import { errorCode } from './error-code.ts'
import type { Io } from './io.ts'

const isStep = (env: NodeJS.ProcessEnv): boolean => env['GITHUB_ACTIONS'] === 'true'

/** Text for the log of a step, in which nothing that a subject answered is a command; elsewhere the text as it is. */
export const forLog = (text: string, env: NodeJS.ProcessEnv): string =>
  isStep(env) ? withoutCommands(text, randomUUID()) : text

/** Annotations and the step's summary, where there is a step. Neither decides anything, so neither can fail the run. */
export const tellStep = async (
  report: Report,
  { env, stderr }: Pick<Io, 'env' | 'stderr'>,
): Promise<void> => {
  // Read on stderr as well; stdout may hold the report alone.
  if (isStep(env)) for (const line of annotations(report)) stderr.write(`${line}\n`)
  const path = env['GITHUB_STEP_SUMMARY']
  if (!path) return
  await appendFile(path, `${summaryMarkdown(report)}\n`).catch((error: unknown) => {
    stderr.write(
      `lambda-conformance: Failed to add to the step's summary, because of ${errorCode(error) ?? String(error)}; everything else is as it is\n`,
    )
  })
}
