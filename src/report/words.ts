import type { Json, JsonObject } from '../call.ts'
import { sources, type Citation, type SourceId } from '../../spec/sources.ts'
import type { FailureStep } from './report.ts'
import { sanitize } from './sanitize.ts'
import { splitUpload } from './upload.ts'

/** A report of another release may cite what this one does not know: then the id has to do. */
const documentInWords = (document: string): string => {
  if (!Object.hasOwn(sources, document)) return document
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { title, date } = sources[document as SourceId]
  return `${title} (${date})`
}

/** "AWS Lambda API Reference, PublishVersion (2024-08), Introduction, RevisionId" */
export const citationInWords = ({ document, section, member }: Citation): string =>
  [documentInWords(document), section, ...(member === undefined ? [] : [member])]
    .map((part) => sanitize(part, 200))
    .join(', ')

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

/** What every function needs and no failure is about, and what is said another way. */
const unsaid = new Set(['FunctionName', 'LayerName', 'Role', 'Runtime', 'Handler'])

const short = (value: Json): string =>
  typeof value === 'string' ? `"${sanitize(value, 24)}"` : sanitize(JSON.stringify(value), 40)

const details = (input: JsonObject): readonly string[] =>
  Object.entries(input)
    .filter(([member]) => !unsaid.has(member))
    .map(([member, value]) => `${sanitize(member, 40)} ${short(value)}`)

const pick = (input: JsonObject, member: string): JsonObject => {
  const value = input[member]
  return value === undefined ? {} : { [member]: value }
}

/** The members of a request body for one line, its package left out. */
export const shortMembers = (body: Json): string =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? details(splitUpload(body as JsonObject).rest).join(', ')
    : short(body)

type Steps = readonly Pick<FailureStep, 'call'>[]

/** `PublishVersion f0 (Description "x")` for each. Packages get names where there is more than one upload. */
export const stepsInWords = (steps: Steps): readonly string[] => {
  const [functions, layers, packages] = [namer('f'), namer('l'), namer('package ')]
  const manyUploads = steps.filter(({ call }) => 'zipFile' in splitUpload(call.input)).length > 1
  const packageInWords = (zipFile: Json | undefined): readonly string[] => {
    if (typeof zipFile === 'string') return manyUploads ? [packages(zipFile)] : []
    return zipFile === undefined ? [] : [`ZipFile ${short(zipFile)}`]
  }
  return steps.map(({ call: { operation, input, fault } }, index) => {
    const target = [
      ...(typeof input['FunctionName'] === 'string' ? [functions(input['FunctionName'])] : []),
      ...(typeof input['LayerName'] === 'string' ? [layers(input['LayerName'])] : []),
    ]
    const { rest, zipFile } = splitUpload(input)
    // What a function was made with matters where making it is what broke the rule.
    const isSetUp = operation === 'CreateFunction' && index < steps.length - 1
    const told = isSetUp ? pick(rest, 'Publish') : rest
    const said = [
      ...packageInWords(zipFile),
      ...details(told),
      ...(fault === undefined ? [] : [`fault ${fault}`]),
    ]
    return [operation, ...target, ...(said.length === 0 ? [] : [`(${said.join(', ')})`])].join(' ')
  })
}

/** `CreateFunction f0 → PublishVersion f0 (Description "x")` */
export const callsInWords = (steps: Steps): string => stepsInWords(steps).join(' → ')
