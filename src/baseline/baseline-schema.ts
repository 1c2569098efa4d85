import { createRequire } from 'node:module'
import formats from 'ajv-formats'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { didYouMean } from '../run/nearest.ts'
import { shownValue } from '../report/json-text.ts'
import { sanitize } from '../report/sanitize.ts'

/** What is wrong, and where: the keys and indexes that lead there. */
type Fault = { readonly path: readonly (string | number)[]; readonly message: string }

let compiled: ValidateFunction | undefined

const validator = (): ValidateFunction => {
  if (compiled !== undefined) return compiled
  // By the package's own name, so that it is found from the sources as well as from the built files.
  const schema: object = createRequire(import.meta.url)('lambda-conformance/schemas/baseline.json')
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true })
  formats.default(ajv, ['date', 'uri'])
  compiled = ajv.compile(schema)
  return compiled
}

const shown = (value: unknown): string =>
  sanitize(typeof value === 'string' ? `"${value}"` : shownValue(value), 60)

const examples: Readonly<Record<string, string>> = {
  rule: 'a rule of "lambda-conformance rules", an area, or a quoted glob like "errors/*"',
  reason: 'a text that says why',
  signature: 'the signature of report.json, quoted',
  issue: 'a URL like https://github.com/OWNER/REPOSITORY/issues/1',
  expires: 'a day like 2027-01-31',
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

const pathOf = (pointer: string): readonly (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) =>
      /^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~'),
    )

const typed = (name: string, value: unknown, wanted: unknown): string => {
  const gives =
    value === null
      ? 'has no value'
      : `is not ${wanted === 'array' ? 'a list' : wanted === 'object' ? 'a mapping' : 'text'}: ${shown(value)}`
  const example = examples[name]
  const what = name === 'the entry' ? name : `"${sanitize(name, 80)}"`
  return `${what} ${gives}${example === undefined ? '; see what init writes' : `; give ${example}`}`
}

const messageOf = (error: ErrorObject, path: readonly (string | number)[]): string => {
  const { keyword, params, data, parentSchema } = error
  const last = path.at(-1)
  const name = typeof last === 'number' ? 'the entry' : (last ?? 'the file')
  switch (keyword) {
    case 'required': {
      const missing = String(params['missingProperty'])
      if (missing === 'version') return 'it has no version; begin it with "version: 1"'
      const example = examples[missing] ?? 'one of the operations of the API'
      return `the entry has no "${missing}"; give ${example}`
    }
    case 'additionalProperties': {
      const unknown = String(params['additionalProperty'])
      const known = Object.keys((parentSchema?.['properties'] as object | undefined) ?? {})
      return `unknown key "${sanitize(unknown, 80)}".${didYouMean(unknown, known)} There are: ${known.join(', ')}`
    }
    case 'const':
      return `version ${shown(data)} is not known; this release reads version 1`
    case 'enum': {
      const known = isNames(params['allowedValues']) ? params['allowedValues'] : []
      const hint = typeof data === 'string' ? didYouMean(data, known) : ''
      return `there is no operation ${shown(data)}.${hint} "operation" is one of the operations of the API, as in report.json`
    }
    case 'type':
      return typed(name, data, params['type'])
    case 'format':
    case 'pattern': {
      const is =
        data === '' || (typeof data === 'string' && data.trim() === '')
          ? 'is empty'
          : `is not right: ${shown(data)}`
      const why =
        name === 'expires' ? 'is no day of the calendar, written YYYY-MM-DD: ' + shown(data) : is
      return `"${name}" ${why}; give ${examples[name] ?? 'another'}`
    }
    case 'maxLength':
      return `"${name}" has more than ${String(params['limit'])} characters; shorten it`
    default:
      return `"${name}" ${error.message ?? 'is wrong'}`
  }
}

/** What the schema finds wrong first, in plain words; nothing where the value is a baseline. */
export const firstFault = (value: unknown): Fault | undefined => {
  const validate = validator()
  if (validate(value)) return undefined
  // A key that is misspelt is also one that is missing: the first says more.
  const errors = validate.errors ?? []
  const error = errors.find(({ keyword }) => keyword === 'additionalProperties') ?? errors[0]
  if (error === undefined) return { path: [], message: 'it is no baseline' }
  const path = pathOf(error.instancePath)
  const extra: unknown = error.params['additionalProperty']
  return {
    path: typeof extra === 'string' ? [...path, extra] : path,
    message: messageOf(error, path),
  }
}
