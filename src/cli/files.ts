import { lstat, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import { editions } from '../../spec/editions.ts'
import type { Json, JsonObject } from '../call.ts'
import { isObject } from '../model/json.ts'
import { profiles } from '../report/report.ts'
import { reportFiles } from '../report/clear.ts'
import { makeDirectory } from '../report/make-directory.ts'
import { readText } from '../report/read-text.ts'
import { sanitize } from '../report/sanitize.ts'
import { errorCode } from '../run/error-code.ts'
import { UsageError } from '../run/errors.ts'
import type { RunOptions } from '../run/options.ts'
import { ruleOf } from '../run/selection.ts'

const codeOf = (error: unknown): string => errorCode(error) ?? String(error)

/** What stands where a report is to be written, and is not one: it would be found out at the end of the run, or followed elsewhere. */
const obstacleIn = async (directory: string): Promise<string | undefined> => {
  for (const name of [...reportFiles, 'trace.ndjson']) {
    const found = await lstat(join(directory, name)).catch(() => undefined)
    if (found !== undefined && !found.isFile() && !found.isSymbolicLink()) return name
  }
  const failures = await lstat(join(directory, 'failures')).catch(() => undefined)
  return failures === undefined || failures.isDirectory() ? undefined : 'failures'
}

/** Makes the directory and tries it, before a run spends minutes on results it could not keep. What lies there stays. */
export const prepareOut = async (directory: string): Promise<void> => {
  const probe = join(directory, `.lambda-conformance-${process.pid}`)
  try {
    await makeDirectory(directory)
    await writeFile(probe, '')
    await rm(probe)
  } catch (error) {
    throw new UsageError(
      `--out cannot be written to: "${sanitize(directory, 200)}" (${codeOf(error)}); give a directory that can`,
    )
  }
  const obstacle = await obstacleIn(directory)
  if (obstacle === undefined) return
  throw new UsageError(
    `--out cannot be written to: "${obstacle}" in "${sanitize(directory, 200)}" is not what a run writes there; move it away`,
  )
}

const real = async (path: string): Promise<string> => realpath(path).catch(() => resolve(path))

/** A file that is to be read and lies where the reports go: it would be gone. `option` names it. */
export const refuseWithinOut = async (file: string, out: string, option: string): Promise<void> => {
  const [there, directory] = [await real(file), await real(out)]
  const names = [...reportFiles, 'trace.ndjson'].map((name) => join(directory, name))
  if (!names.includes(there) && dirname(there) !== join(directory, 'failures')) return
  throw new UsageError(
    `--out would overwrite what ${option} reads: "${sanitize(file, 200)}"; give another directory`,
  )
}

export type ReplayRequest = {
  readonly token: string
  /** The rule whose failure the file holds. */
  readonly rule?: RuleId
  /** Where it was found, unless that was the reference endpoint of the run itself. */
  readonly endpoint?: string
  readonly region?: string
  /** What it was found with. */
  readonly options: Pick<RunOptions, 'edition' | 'profile' | 'role' | 'runtime' | 'seen'>
}

const texts = (file: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) => (typeof file[name] === 'string' ? [[name, file[name]]] : [])),
  )

const ruleNamed = (name: unknown, shown: string): RuleId | undefined => {
  if (typeof name !== 'string') return undefined
  const rule = ruleIds.find((id) => id === name || ruleOf(id).aliases?.includes(name))
  if (rule !== undefined) return rule
  throw new UsageError(
    `--replay finds in "${shown}" a rule that this release does not know: "${sanitize(name, 200)}"; replay with the release that wrote the file`,
  )
}

const parseFailure = (content: string, shown: string): ReplayRequest | undefined => {
  let file: Readonly<Record<string, unknown>> | null | undefined
  try {
    file = JSON.parse(content)
  } catch {
    return undefined
  }
  const token = file?.['replay']
  if (file === null || file === undefined || typeof token !== 'string' || token === '') {
    return undefined
  }
  const { rule, edition, profile, embedded, endpoint } = file
  if (typeof endpoint !== 'string') {
    throw new UsageError(
      `--replay finds in "${shown}" no endpoint; give a file as run --out DIR wrote it to failures/`,
    )
  }
  const named = ruleNamed(isObject(rule as Json) ? (rule as JsonObject)['id'] : undefined, shown)
  return {
    token,
    ...(named === undefined ? {} : { rule: named }),
    ...texts(file, embedded === true ? ['region'] : ['endpoint', 'region']),
    options: {
      ...texts(file, ['role', 'runtime', 'seen']),
      ...(isOneOf(editions, edition) ? { edition } : {}),
      ...(isOneOf(profiles, profile) ? { profile } : {}),
    },
  }
}

const isOneOf = <Name extends string>(names: readonly Name[], value: unknown): value is Name =>
  (names as readonly unknown[]).includes(value)

/** A name of a file has a slash or ends in `.json`. */
export const isToken = (tokenOrFile: string): boolean => !/[/\\]|\.json$/.test(tokenOrFile)

/** A token as it is; the name of a file (it has a slash or ends in `.json`) by what the file holds. */
export const readReplay = async (tokenOrFile: string): Promise<ReplayRequest> => {
  if (isToken(tokenOrFile)) return { token: tokenOrFile, options: {} }
  const shown = sanitize(tokenOrFile, 200)
  const content = await readText(tokenOrFile).catch((error: unknown) => {
    throw new UsageError(
      `--replay cannot read "${shown}" (${codeOf(error)}); give a file of failures/, or a token`,
    )
  })
  const replay = parseFailure(content, shown)
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
