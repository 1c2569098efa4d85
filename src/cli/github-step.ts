import { randomUUID } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import { annotations, faultAnnotation, withoutCommands } from '../report/github.ts'
import { jsonText } from '../report/json-text.ts'
import type { Report } from '../report/report.ts'
import { summaryMarkdown } from '../report/summary.ts'
import { errorCode } from '../run/error-code.ts'
import type { Io } from './io.ts'

const isStep = (env: NodeJS.ProcessEnv): boolean => env['GITHUB_ACTIONS'] === 'true'

/** Text for the log of a step, in which nothing that a subject answered is a command; elsewhere the text as it is. */
export const forLog = (text: string, env: NodeJS.ProcessEnv): string =>
  isStep(env) ? withoutCommands(text, randomUUID()) : text

/** A value as JSON; in a step the same value without the `##[` that GitHub takes for a command wherever it stands. */
export const jsonForLog = (value: unknown, env: NodeJS.ProcessEnv): string => {
  const json = jsonText(value, 2)
  return isStep(env) ? json.replaceAll('##[', String.raw`#\u0023[`) : json
}

/** Why there is no report, as an annotation where there is a step. */
export const faultForLog = (line: string, env: NodeJS.ProcessEnv): string =>
  isStep(env) ? `${forLog(line, env)}${faultAnnotation(line)}\n` : line

/** Annotations and the step's summary, where there is a step. Neither decides anything, so neither can fail the run. */
export const tellStep = async (
  report: Report,
  json: boolean,
  { env, stdout, stderr }: Pick<Io, 'env' | 'stdout' | 'stderr'>,
): Promise<void> => {
  // On the stream of the report, behind it: GitHub reads the streams side by side, and takes no commands while it is told not to.
  const stream = json ? stderr : stdout
  if (isStep(env)) for (const line of annotations(report)) stream.write(`${line}\n`)
  const path = env['GITHUB_STEP_SUMMARY']
  if (!path) return
  await appendFile(path, `${summaryMarkdown(report)}\n`).catch((error: unknown) => {
    stderr.write(
      `lambda-conformance: Failed to add to the step's summary, because of ${errorCode(error) ?? String(error)}; everything else is as it is\n`,
    )
  })
}
