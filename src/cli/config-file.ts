import { stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { oneLine } from '../drivers/one-line.ts'
import { readText } from '../report/read-text.ts'
import { sanitize } from '../report/sanitize.ts'
import { UsageError } from '../run/errors.ts'
import { configFault } from './config-schema.ts'
import { errorCode } from '../run/error-code.ts'
import type { Config } from './option-table.ts'

const names = ['ts', 'mjs', 'json', 'yaml'].map((ending) => `lambda-conformance.config.${ending}`)

const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isFile() === true

/** The one configuration file of a directory. Two of them would leave open which one has a say. */
const findIn = async (directory: string): Promise<string | undefined> => {
  const there = await Promise.all(names.map((name) => isFile(join(directory, name))))
  const [first, second] = names.filter((_, index) => there[index])
  if (first !== undefined && second !== undefined) {
    throw new UsageError(`there are two configuration files, ${first} and ${second}; keep one`)
  }
  return first
}

const unusable = (file: string, why: string): UsageError =>
  new UsageError(`the configuration file cannot be used (${sanitize(file, 120)}): ${why}`)

const parsed = async (path: string, file: string): Promise<unknown> => {
  const ending = extname(path)
  try {
    switch (ending) {
      case '.json':
        return JSON.parse(await readText(path))
      case '.yaml':
      case '.yml': {
        const { parse } = await import('yaml')
        // Its warnings would go to the terminal as they are, with what the file holds.
        return parse(await readText(path), { maxAliasCount: 100, logLevel: 'error' })
      }
      case '.mjs':
      case '.js':
        return (await import(pathToFileURL(path).href)).default
      case '.ts':
      case '.mts': {
        const { createJiti } = await import('jiti')
        // Nothing is written outside the folder of reports: no cache.
        return await createJiti(import.meta.url, { fsCache: false }).import(path, { default: true })
      }
      default:
        throw new UsageError(`it must end in .ts, .mjs, .json or .yaml, not "${ending}"`)
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it throws something that is no error'
    throw unusable(file, errorCode(error) === 'ENOENT' ? 'there is no such file' : oneLine(why))
  }
}

/**
 * Reads the configuration file that was named, or the one in this directory; nothing where there is none. Its names of files
 * are its own: they count from the directory it lies in. Throws `UsageError`, one line.
 */
export const readConfig = async (
  named: string | undefined,
  directory: string,
): Promise<Config | undefined> => {
  const file = named ?? (await findIn(directory))
  if (file === undefined) return undefined
  const path = resolve(directory, file)
  const value = await parsed(path, file)
  const fault = faultIn(value)
  if (fault !== undefined) throw unusable(file, fault)
  const values = { ...(value as Readonly<Record<string, unknown>>) }
  for (const key of ['baseline', 'out', 'ledger', 'adapter'] as const) {
    const name = values[key]
    if (named !== undefined && typeof name === 'string') values[key] = resolve(path, '..', name)
  }
  return { file, values }
}

/** A module can export what throws when it is looked at. */
const faultIn = (value: unknown): string | undefined => {
  try {
    return configFault(value)
  } catch (error) {
    return `it cannot be read: ${error instanceof Error ? oneLine(error.message) : 'it throws'}`
  }
}

const readers = ['run', 'wrapper', 'check', 'merge', 'matrix', 'baseline', 'sweep', 'iam-policy']

/**
 * The configuration that has a say in this command line, found before anything else of it is read: its values are the last
 * ones to ask. Who asks for help gets it whatever the file is like. Throws `UsageError`.
 */
export const configFor = async (
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  directory: string,
): Promise<Config | undefined> => {
  if (!readers.includes(argv[0] ?? '') || argv.includes('--help')) return undefined
  const at = argv.findLastIndex((word) => word === '--config' || word.startsWith('--config='))
  const word = argv[at]
  const typed = word === '--config' ? argv[at + 1] : word?.slice('--config='.length)
  return readConfig(typed || env['LAMBDA_CONFORMANCE_CONFIG'] || undefined, directory)
}
