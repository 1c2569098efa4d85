import { pathToFileURL } from 'node:url'
import { existsSync } from 'node:fs'
import { shownError } from './shown.ts'
import { unusable } from './unusable-wrapper.ts'

const write = 'write export default defineWrapper({ name, create })'

/**
 * The default export of an adapter, in JavaScript or TypeScript. It runs here what its author wrote.
 * @param calledAs the path as its user wrote it
 * @throws UnusableWrapper
 */
export const loadAdapter = async (path: string, calledAs: string): Promise<unknown> => {
  if (!existsSync(path)) {
    throw unusable(`${calledAs} does not exist`, `make such a module and ${write}`)
  }
  const exported = await load(path, calledAs)
  const wrapper = exported['default']
  if (wrapper === undefined) throw unusable(`${calledAs} has no default export`, write)
  // What TypeScript makes of `export default` in a CommonJS module.
  return isCompiled(wrapper) ? wrapper.default : wrapper
}

type Exported = Readonly<Record<string, unknown>>

const load = async (path: string, calledAs: string): Promise<Exported> => {
  try {
    return /\.[cm]?ts$/.test(path)
      ? await loadTypeScript(path)
      : await import(pathToFileURL(path).href)
  } catch (error) {
    throw unusable(
      `${calledAs} cannot be loaded, because of ${shownError(error)}${placeOf(error)}`,
      'make it a module that Node.js loads',
    )
  }
}

const loadTypeScript = async (path: string): Promise<Exported> => {
  const { createJiti } = await import('jiti')
  // Nothing is written outside the folder of reports: no cache.
  return createJiti(import.meta.url, { fsCache: false, interopDefault: false }).import(path)
}

/** Of a syntax error, where it stands: `, line 3`. */
const placeOf = (error: unknown): string => {
  if (!(error instanceof SyntaxError)) return ''
  const line = /^\S+?:(\d+)\n/.exec(error.stack ?? '')?.[1]
  return line === undefined ? '' : `, line ${line}`
}

const isCompiled = (value: unknown): value is { readonly default: unknown } =>
  typeof value === 'object' && value !== null && '__esModule' in value && 'default' in value
