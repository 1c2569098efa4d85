import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Json } from '../call.ts'
import { isObject, member, text } from '../model/json.ts'
import { readText } from '../report/read-text.ts'
import { sanitize } from '../report/sanitize.ts'
import { errorCode } from '../run/error-code.ts'
import { UsageError } from '../run/errors.ts'
import type { Heading } from './entry.ts'
import { isNameOf, type Resource } from './resource.ts'

/**
 * What may be left of a run. `asked`: how often it was asked for, which is how many versions a layer may have; `at`: when
 * last, in milliseconds since 1970, or 0.
 */
export type Leftover = Resource & { readonly asked: number; readonly at: number }

export type KeptLedger =
  | {
      readonly kind: 'kept'
      readonly file: string
      readonly heading: Heading
      readonly left: readonly Leftover[]
      /** When it was last written to, in milliseconds since 1970. */
      readonly writtenAt: number
    }
  /** The process ended before it had asked for anything. */
  | { readonly kind: 'empty'; readonly file: string; readonly writtenAt: number }
  | { readonly kind: 'unreadable'; readonly file: string; readonly why: string }

const parsed = (line: string): Json | undefined => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The heading, or why it is none. */
const headingOf = (line: string): Heading | string => {
  const value = parsed(line)
  if (value === undefined || !isObject(value)) return 'it has no heading'
  const { schemaVersion, pid } = value
  const [run, endpoint] = [text(value, 'run') ?? '', text(value, 'endpoint') ?? '']
  if (schemaVersion !== 1) return 'it is of another release'
  if (!/^[0-9a-f]{8}$/.test(run)) return 'its heading names no run'
  if (!/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : '')) {
    return 'its heading names no endpoint'
  }
  const account = text(value, 'account')
  return {
    schemaVersion,
    run,
    endpoint,
    ...(account === undefined ? {} : { account }),
    region: text(value, 'region') ?? '',
    pid: typeof pid === 'number' ? pid : 0,
    host: text(value, 'host') ?? '',
    startedAt: text(value, 'startedAt') ?? '',
  }
}

const kinds = ['function', 'layer'] as const

/** What is listed and not gone, or why nobody can tell: a doctored ledger must not delete what is somebody else's. */
const leftIn = (lines: readonly string[], run: string): readonly Leftover[] | string => {
  const left = new Map<string, Leftover>()
  for (const [index, line] of lines.entries()) {
    const value = parsed(line)
    // The process was ended, or the disk was full, in the middle of it: what it would list was not asked for.
    if (value === undefined) continue
    const [is, name] = [text(value, 'is'), text(value, 'name') ?? '']
    const kind = kinds.find((known) => known === member(value, 'kind'))
    if (kind === undefined || !isNameOf(run, name)) {
      return `line ${index + 2} names nothing that run ${run} can have created`
    }
    const key = `${kind} ${name}`
    if (is === 'gone') left.delete(key)
    else {
      const at = member(value, 'at')
      left.set(key, {
        kind,
        name,
        asked: (left.get(key)?.asked ?? 0) + 1,
        at: typeof at === 'number' ? at : 0,
      })
    }
  }
  return [...left.values()]
}

/** Pure; never throws. */
export const parseLedger = (content: string, file: string, writtenAt = 0): KeptLedger => {
  if (!content.includes('\n')) return { kind: 'empty', file, writtenAt }
  const [first = '', ...lines] = content.split('\n').filter((line) => line !== '')
  const heading = headingOf(first)
  if (typeof heading === 'string') return { kind: 'unreadable', file, why: heading }
  const left = leftIn(lines, heading.run)
  if (typeof left === 'string') return { kind: 'unreadable', file, why: left }
  return { kind: 'kept', file, heading, left, writtenAt }
}

const nameOfLedger = /^[0-9a-f]{8}\.ndjson$/

/** Undefined where its run has ended and taken it away in the meantime. */
const readLedger = async (file: string): Promise<KeptLedger | undefined> => {
  try {
    const { mtimeMs } = await stat(file)
    return parseLedger(await readText(file), file, mtimeMs)
  } catch (error) {
    const code = errorCode(error)
    return code === 'ENOENT' ? undefined : { kind: 'unreadable', file, why: code ?? String(error) }
  }
}

/** The ledgers in a directory, by their names; none where there is no such directory. Throws `UsageError`. */
export const readLedgers = async (directory: string): Promise<readonly KeptLedger[]> => {
  const names = await readdir(directory).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return []
    throw new UsageError(
      `the ledgers in "${sanitize(directory, 200)}" cannot be read (${errorCode(error) ?? String(error)}); give another directory with --ledger`,
    )
  })
  const files = names.filter((name) => nameOfLedger.test(name)).toSorted()
  const read = await Promise.all(files.map((name) => readLedger(join(directory, name))))
  return read.filter((ledger) => ledger !== undefined)
}
