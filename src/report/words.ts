import type { Json, JsonObject } from '../call.ts'
import { sources, type Citation } from '../../spec/sources.ts'
import type { FailureStep } from './report.ts'
import { sanitize } from './sanitize.ts'

/** "AWS Lambda API Reference, PublishVersion (2024-08), Introduction, RevisionId" */
export const citationInWords = ({ document, section, member }: Citation): string => {
  const { title, date } = sources[document]
  return [`${title} (${date})`, section, ...(member === undefined ? [] : [member])].join(', ')
}

/** A name alone, or within an ARN or a partial one; then perhaps a version or an alias. */
const qualifiedName = /^(?:.*:(?:function|layer):)?([^:]+)(:.+)?$/s

/** Short names in the order of first sight, `f0`, `f1:2`: the real ones are long and differ only in their tails. */
const namer = (prefix: string) => {
  const names = new Map<string, string>()
  return (value: string): string => {
    const [, name = value, qualifier = ''] = qualifiedName.exec(value) ?? []
    const known = names.get(name) ?? `${prefix}${names.size}`
    names.set(name, known)
    return `${known}${sanitize(qualifier, 40)}`
  }
}

const blobOf = (input: JsonObject): string | undefined => {
  for (const holder of [input, input['Code'], input['Content']]) {
    if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) continue
    const blob = (holder as JsonObject)['ZipFile']
    if (typeof blob === 'string') return blob
  }
  return undefined
}

/** What every function needs and no failure is about, and what is said another way. */
const unsaid = new Set([
  'FunctionName',
  'LayerName',
  'Role',
  'Runtime',
  'Handler',
  'ZipFile',
  'Code',
  'Content',
])

const short = (value: Json): string =>
  typeof value === 'string' ? `"${sanitize(value, 24)}"` : sanitize(JSON.stringify(value), 40)

const details = (input: JsonObject): readonly string[] =>
  Object.entries(input)
    .filter(([member]) => !unsaid.has(member))
    .map(([member, value]) => `${sanitize(member, 40)} ${short(value)}`)

/** `CreateFunction f0 → PublishVersion f0 (Description "x")`. Packages get names where there is more than one upload. */
export const callsInWords = (steps: readonly Pick<FailureStep, 'call'>[]): string => {
  const [functions, layers, packages] = [namer('f'), namer('l'), namer('package ')]
  const uploads = steps.filter(({ call }) => blobOf(call.input) !== undefined).length
  return steps
    .map(({ call: { operation, input } }) => {
      const target = [
        ...(typeof input['FunctionName'] === 'string' ? [functions(input['FunctionName'])] : []),
        ...(typeof input['LayerName'] === 'string' ? [layers(input['LayerName'])] : []),
      ]
      const blob = blobOf(input)
      const said = [
        ...(blob !== undefined && uploads > 1 ? [packages(blob)] : []),
        ...details(input),
      ]
      return [operation, ...target, ...(said.length === 0 ? [] : [`(${said.join(', ')})`])].join(
        ' ',
      )
    })
    .join(' → ')
}
