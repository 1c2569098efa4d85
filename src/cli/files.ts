import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rules } from '../../spec/rules/catalogue.ts'
import { editions, type Edition } from '../../spec/editions.ts'
import { profiles, type Profile } from '../report/report.ts'
import { makeDirectory } from '../report/make-directory.ts'
import { clearReport } from '../report/clear.ts'
import { sanitize } from '../report/sanitize.ts'
import { errorCode } from './error-code.ts'
import { UsageError } from '../run/errors.ts'

const codeOf = (error: unknown): string => errorCode(error) ?? String(error)

/** Makes the directory and tries it, before a run spends minutes on results it could not keep. */
export const prepareOut = async (directory: string): Promise<void> => {
  const probe = join(directory, `.lambda-conformance-${process.pid}`)
  try {
    await makeDirectory(directory)
    await writeFile(probe, '')
    await rm(probe)
    await clearReport(directory)
  } catch (error) {
    throw new UsageError(
      `--out cannot be written to: "${sanitize(directory, 200)}" (${codeOf(error)}); give a directory that can`,
    )
  }
}

export type Replay = {
  readonly token: string
  readonly edition?: Edition
  readonly profile?: Profile
  /** The rule whose failure the file holds. */
  readonly rule?: string
  /** Where it was found, unless that was the reference endpoint of the run itself. */
  readonly endpoint?: string
  /** How often it came when it was found, `k of n`. */
  readonly seen?: string
}

const parseFailure = (content: string): Replay | undefined => {
  try {
    const { replay, edition, profile, rule, endpoint, embedded, seen } = JSON.parse(content)
    if (typeof replay !== 'string' || replay === '') return undefined
    return {
      token: replay,
      ...(editions.includes(edition) ? { edition } : {}),
      ...(profiles.includes(profile) ? { profile } : {}),
      ...(typeof rule?.id === 'string' && Object.hasOwn(rules, rule.id) ? { rule: rule.id } : {}),
      ...(typeof endpoint === 'string' && embedded !== true ? { endpoint } : {}),
      ...(typeof seen === 'string' ? { seen } : {}),
    }
  } catch {
    return undefined
  }
}

/** A token as it is; the name of a file (it has a slash or ends in `.json`) by what the file holds. */
export const readReplay = async (tokenOrFile: string): Promise<Replay> => {
  if (!/[/\\]|\.json$/.test(tokenOrFile)) return { token: tokenOrFile }
  const shown = sanitize(tokenOrFile, 200)
  const content = await readFile(tokenOrFile, 'utf8').catch((error: unknown) => {
    throw new UsageError(
      `--replay cannot read "${shown}" (${codeOf(error)}); give a file of failures/, or a token`,
    )
  })
  const replay = parseFailure(content)
  if (replay === undefined) {
    throw new UsageError(
      `--replay finds no failure in "${shown}"; give a file that run --out DIR wrote to failures/`,
    )
  }
  return replay
}

/** A report.json by its own name, or by that of the directory that `run --out` was given. */
export const reportFileIn = async (path: string): Promise<string> => {
  const found = await stat(path).catch(() => undefined)
  return found?.isDirectory() === true ? join(path, 'report.json') : path
}
