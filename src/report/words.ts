import type { Json, JsonObject } from '../call.ts'
import { sources, type Citation, type SourceId } from '../../spec/sources.ts'
import type { Failure, FailureStep } from './report.ts'
import { sanitize } from './sanitize.ts'
import { codeByPackage, revisionLetters } from './timeline-names.ts'
import { clientsIn, isRace, placesOf, type Place } from './timeline-places.ts'
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

/** `Description "x"` */
export const memberInWords = (member: string, value: Json): string =>
  `${sanitize(member, 40)} ${short(value)}`

const noLetters: ReadonlyMap<string, string> = new Map()

const details = (input: JsonObject, letters = noLetters): readonly string[] =>
  Object.entries(input)
    .filter(([member]) => !unsaid.has(member))
    .map(([member, value]) => {
      const letter =
        member === 'RevisionId' && typeof value === 'string' ? letters.get(value) : undefined
      return letter === undefined ? memberInWords(member, value) : `RevisionId ${letter}`
    })

const pick = (input: JsonObject, member: string): JsonObject => {
  const value = input[member]
  return value === undefined ? {} : { [member]: value }
}

/** The members of a request body for one line, its package left out. */
export const shortMembers = (body: Json): string =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? details(splitUpload(body as JsonObject).rest).join(', ')
    : short(body)

type Step = Pick<FailureStep, 'call' | 'timing'> & { readonly response?: FailureStep['response'] }

/**
 * `PublishVersion f0 (Description "x")` for each. Packages get names where there is more than one upload. Of a race a
 * RevisionId is a letter and a package the beginning of its hash, so that one answer can be held against another.
 */
export const stepsInWords = (steps: readonly Step[]): readonly string[] => {
  const [functions, layers, packages] = [namer('f'), namer('l'), namer('package ')]
  const isOfRace = isRace(steps)
  const letters = isOfRace ? revisionLetters(steps) : noLetters
  const manyUploads = steps.filter(({ call }) => 'zipFile' in splitUpload(call.input)).length > 1
  const packageInWords = (zipFile: Json | undefined): readonly string[] => {
    if (typeof zipFile !== 'string')
      return zipFile === undefined ? [] : [`ZipFile ${short(zipFile)}`]
    if (isOfRace) return [codeByPackage(zipFile)]
    return manyUploads ? [packages(zipFile)] : []
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
      ...details(told, letters),
      ...(fault === undefined ? [] : [`fault ${fault}`]),
    ]
    return [operation, ...target, ...(said.length === 0 ? [] : [`(${said.join(', ')})`])].join(' ')
  })
}

/** A race may be long; the first calls of each client say what it is. */
const mostOfClient = 6

const clientInWords = (calls: readonly string[], who: string): string => {
  const more = calls.length - mostOfClient
  const shown = calls.slice(0, mostOfClient).join(' → ')
  return `${shown}${more > 0 ? ` and ${more} more` : ''} ${who}`
}

/** `CreateFunction, then at once: PublishVersion by client 1, PublishVersion by client 2, then …`: the timeline has the rest. */
const raceInWords = (steps: readonly Step[], places: readonly Place[]): string => {
  const said = (is: (place: Place) => boolean): readonly string[] =>
    steps.flatMap(({ call }, index) => {
      const place = places[index]
      return place !== undefined && is(place) ? [call.operation] : []
    })
  const alone = said(({ phase }) => phase === 'alone')
  const clients = [
    ...clientsIn(places).map((client) =>
      clientInWords(
        said((place) => place.client === client),
        `by client ${client}`,
      ),
    ),
    ...(alone.length === 0 ? [] : [clientInWords(alone, 'alone in between')]),
  ]
  return [
    said(({ phase }) => phase === 'before').join(' → '),
    `at once: ${clients.join(', ')}`,
    said(({ phase }) => phase === 'after').join(' → '),
  ]
    .filter((part) => part !== '')
    .join(', then ')
}

/** `CreateFunction f0 → PublishVersion f0 (Description "x")`; of a race, who called at the same moment. */
export const callsInWords = (steps: readonly Step[]): string =>
  isRace(steps) ? raceInWords(steps, placesOf(steps)) : stepsInWords(steps).join(' → ')

/** `2 clients called at once` */
export const clientsInWords = (steps: readonly Step[]): string => {
  const { length } = clientsIn(placesOf(steps))
  return `${length} ${length === 1 ? 'client' : 'clients'} called at once`
}

/** `201`, `400 InvalidParameterValueException`, `no reply` */
export const outcomeInWords = (response: FailureStep['response']): string => {
  if ('lost' in response) return 'no reply'
  const name = Object.entries(response.headers).find(
    ([header]) => header.toLowerCase() === 'x-amzn-errortype',
  )
  return `${response.status}${name === undefined ? '' : ` ${sanitize(name[1], 60)}`}`
}

/** How often it came. A race that came once need not come again, and who runs it again may see nothing. */
export const seenInWords = ({ seen, steps }: Pick<Failure, 'seen' | 'steps'>): string => {
  const [, times, tries] = /^(\d+) of (\d+)$/.exec(seen) ?? []
  const said = `${sanitize(seen, 40)} times`
  return isRace(steps) && times !== tries
    ? `${said}: a race need not come again; the calls as they were recorded are the proof`
    : said
}
