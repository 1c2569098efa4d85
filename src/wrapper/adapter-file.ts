import { pathToFileURL } from 'node:url'
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { shownError } from './shown.ts'
import { unusable } from './unusable-wrapper.ts'

const write = 'write export default defineWrapper({ name, create })'

/**
 * The default export of an adapter, in JavaScript or TypeScript. It runs here what its author wrote.
 * @param calledAs the path as its user wrote it
 * @throws UnusableWrapper
 */
export const loadAdapter = async (path: string, calledAs: string): Promise<unknown> => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile() !== true) {
    const what = found === undefined ? 'does not exist' : 'is no file'
    throw unusable(`${calledAs} ${what}`, `give the path of a module and there ${write}`)
  }
  const wrapper = defaultOf(await load(path, calledAs), path)
  if (wrapper === undefined) throw unusable(`${calledAs} has no default export`, write)
  return wrapper
}

export const defaultOf = (exported: Exported, path: string): unknown => {
  // Of a CommonJS module its exports are the default, which the loader of TypeScript leaves to us.
  const wrapper = exported['default'] ?? (path.endsWith('.cts') ? exported : undefined)
  // What a compiler makes of `export default` in a CommonJS module.
  return isCompiled(wrapper) ? wrapper.default : wrapper
}

type Exported = Readonly<Record<string, unknown>>

const load = async (path: string, calledAs: string): Promise<Exported> => {
  const isTypeScript = /\.[cm]?ts$/.test(path)
  try {
    return isTypeScript ? await loadTypeScript(path) : await import(pathToFileURL(path).href)
  } catch (error) {
    const why = (isTypeScript ? undefined : syntaxErrorOf(path)) ?? shownError(error)
    throw unusable(
      `${calledAs} cannot be loaded, because of ${why}`,
      'make it a module that Node.js loads',
    )
  }
}

const loadTypeScript = async (path: string): Promise<Exported> => {
  const { createJiti } = await import('jiti')
  // Nothing is written outside the folder of reports: no cache.
  return createJiti(import.meta.url, { fsCache: false, interopDefault: false }).import(path)
}

/** What is wrong with the text of the module itself, and in which line: the error of an import does not say where. */
const syntaxErrorOf = (path: string): string | undefined => {
  const { stderr } = spawnSync(process.execPath, ['--check', path], {
    encoding: 'utf8',
    timeout: 10_000,
  })
  const error = /^SyntaxError: .*$/m.exec(stderr)?.[0]
  const line = /^\S.*:(\d+)$/m.exec(stderr)?.[1]
  return error === undefined || line === undefined ? undefined : `${error} in line ${line}`
}

const isCompiled = (value: unknown): value is { readonly default: unknown } =>
  typeof value === 'object' && value !== null && '__esModule' in value && 'default' in value
