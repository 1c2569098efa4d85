import { createRequire } from 'node:module'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { shownValue } from '../report/json-text.ts'
import { sanitize } from '../report/sanitize.ts'
import { didYouMean } from '../run/nearest.ts'

let compiled: ValidateFunction | undefined

const validator = (): ValidateFunction => {
  if (compiled !== undefined) return compiled
  const schema: object = createRequire(import.meta.url)('lambda-conformance/schemas/config.json')
  compiled = new Ajv2020({ verbose: true, strict: true, allowUnionTypes: true }).compile(schema)
  return compiled
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list of texts',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'a mapping of options to their values',
  string: 'a text',
}

const wantedOf = (type: unknown): string =>
  (Array.isArray(type) ? type : [type])
    .map((each) => kinds[String(each)] ?? String(each))
    .join(', or ')

const messageOf = ({ instancePath, keyword, params, data, parentSchema }: ErrorObject): string => {
  const name = instancePath.split('/')[1] ?? 'it'
  const shown = sanitize(shownValue(data), 60)
  if (keyword === 'additionalProperties') {
    const unknown = String(params['additionalProperty'])
    const known = Object.keys((parentSchema?.['properties'] as object | undefined) ?? {})
    return `there is no option "${sanitize(unknown, 80)}".${didYouMean(unknown, known)} An option is written as in run --help, in camelCase: maxRps`
  }
  if (keyword === 'type') return `${name} is not ${wantedOf(params['type'])}: ${shown}`
  const allowed: unknown = params['allowedValues']
  const there = Array.isArray(allowed) ? `. There are: ${allowed.join(', ')}` : ''
  return `${name} is not right: ${shown}${there}`
}

/** What is wrong with the content of a configuration file, in plain words; its values are read later, like those of flags. */
export const configFault = (value: unknown): string | undefined => {
  const validate = validator()
  if (validate(value)) return undefined
  const errors = validate.errors ?? []
  const error = errors.find(({ keyword }) => keyword === 'additionalProperties') ?? errors[0]
  return error === undefined ? 'it is no configuration' : messageOf(error)
}
