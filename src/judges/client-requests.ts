import type { Json, JsonObject } from '../call.ts'
import type { WireExchange } from '../drivers/client-record.ts'
import { isObject, member, sameJson, text, withoutNulls } from '../model/json.ts'
import { errorName } from '../model/reply.ts'
import { functionNameIn, layerNameIn } from '../model/names.ts'
import { violations } from '../schema/validate.ts'
import { isArchive } from './archives.ts'
import { isRead, isValid, onClientCalls, type ClientCall } from './client-calls.ts'
import { breaks, holds, say, silent, type Judge } from './judge.ts'
import { defectsOf } from './requests-defects.ts'

const wireInWords = ({ request, call }: WireExchange): string =>
  call?.operation ?? `${request.method} ${request.path.slice(0, 120)}`

const arrives: Judge = onClientCalls((asked) => {
  const { call, own, record } = asked
  if (own.length > 0) return holds
  const unknown = record.wire.find((wire) => wire.call === undefined)
  return unknown === undefined
    ? silent
    : breaks(`a request for ${call.operation}`, wireInWords(unknown))
})

/** Nothing about it that a client may refuse by itself: a package that is no archive is as wrong as a name that is none. */
const isFaultless = ({ call, context }: ClientCall): boolean => {
  const packages = [call.input['ZipFile'], member(call.input['Content'], 'ZipFile')]
  const sources = ['ZipFile', 'S3Bucket', 'ImageUri'].filter((name) => name in call.input)
  return (
    defectsOf(call, context.edition).length === 0 &&
    packages.every((zipFile) => zipFile === undefined || isArchive(zipFile)) &&
    (call.operation !== 'UpdateFunctionCode' || sources.length === 1)
  )
}

/** Who reads first, and is told that there is no such function, need not ask any further. */
const wasToldByARead = ({ record: { answer, wire } }: ClientCall): boolean =>
  answer.kind === 'error' &&
  wire.some(
    ({ call, given }) =>
      call !== undefined &&
      isRead(call) &&
      given.kind === 'reply' &&
      errorName(given) === answer.name,
  )

const isSent: Judge = onClientCalls((asked) => {
  if (!isValid(asked) || !isFaultless(asked)) return silent
  const { call, own, record } = asked
  if (own.length > 0) return holds
  if (wasToldByARead(asked)) return silent
  const sent = record.wire.map(wireInWords)
  return breaks(
    `a request for ${call.operation}`,
    sent.length === 0 ? 'no request at all' : sent.slice(0, 5).join(', '),
  )
})

const bodyFault = ({ request }: WireExchange): string | undefined => {
  if (request.body === undefined) return undefined
  try {
    const body = JSON.parse(request.body) as Json
    return isObject(body) ? undefined : `a body that is ${say(body)}`
  } catch {
    return `a body that is no JSON: ${say(request.body.slice(0, 100))}`
  }
}

/** Requests that were read to their end. */
const readOnes = ({ own }: ClientCall): readonly WireExchange[] =>
  own.filter(({ fault }) => fault?.startsWith('reset-before') !== true)

const isWellFormed: Judge = onClientCalls((asked) => {
  const { call, context } = asked
  const own = readOnes(asked)
  if (!isValid(asked) || own.length === 0) return silent
  for (const wire of own) {
    const fault = bodyFault(wire)
    if (fault !== undefined) return breaks('a JSON object as the body', fault)
    const [violation] = violations(
      context.edition,
      `${call.operation}Request`,
      wire.call?.input ?? {},
    )
    if (violation !== undefined) {
      const { path, expected, actual } = violation
      return breaks(`${path === '' ? 'the input' : path} ${expected}`, actual)
    }
  }
  return holds
})

const isSigned: Judge = onClientCalls(({ record }) => {
  const { wire } = record
  if (wire.length === 0) return silent
  const bad = wire.find(({ signature }) => signature !== 'right')
  if (bad === undefined) return holds
  return breaks(
    'a signature of version 4 with the credentials, the region and the service given',
    bad.signature === 'missing'
      ? `${wireInWords(bad)} without a signature`
      : `${wireInWords(bad)} signed with other credentials, or for another region or service`,
  )
})

const changesNothingElse: Judge = onClientCalls(({ call, own, record }) => {
  if (own.length === 0) return silent
  const other = record.wire.find((wire) =>
    wire.call === undefined
      ? wire.request.method !== 'GET'
      : wire.call.operation !== call.operation && !isRead(wire.call),
  )
  return other === undefined ? holds : breaks(`${call.operation} alone`, wireInWords(other))
})

const absent = (value: Json | undefined): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)

/** A member that must arrive as it was given. Where it was given to no call there is nothing to say. */
const kept = (
  valueIn: (input: JsonObject) => Json | undefined,
  isSame: (asked: Json | undefined, sent: Json | undefined) => boolean = sameJson,
  tell: (value: Json | undefined) => string = say,
  isAbsent: (value: Json | undefined) => boolean = absent,
): Judge =>
  onClientCalls((asked) => {
    const given = valueIn(asked.call.input)
    const sent = readOnes(asked).map((wire) => valueIn(wire.call?.input ?? {}))
    const wrong = sent.find(
      (value) => !(isAbsent(given) && isAbsent(value)) && !isSame(given, value),
    )
    if (wrong !== undefined || (!isAbsent(given) && sent.includes(undefined))) {
      return breaks(tell(given), tell(wrong))
    }
    return isAbsent(given) || sent.length === 0 ? silent : holds
  })

const named = (name: string): Judge => kept((input) => member(input, name))

/** A flag that is false says what one says that is not there. */
const flagged = (name: string): Judge => kept((input) => (input[name] === true ? true : undefined))

/** A package without a byte is none. */
const zipFileIn = (input: JsonObject): Json | undefined =>
  member(input, 'ZipFile') || member(member(input, 'Content'), 'ZipFile') || undefined

const bytesOf = (value: Json | undefined): Buffer =>
  Buffer.from(typeof value === 'string' ? value : '', 'base64')

const nameIn = (input: JsonObject): Json | undefined => {
  const layer = text(input, 'LayerName')
  const { name, qualifier } =
    layer === undefined ? functionNameIn(text(input, 'FunctionName') ?? '') : layerNameIn(layer)
  return qualifier === undefined ? name : `${name}:${qualifier}`
}

const ownRules = new Set([
  'FunctionName',
  'LayerName',
  'RevisionId',
  'CodeSha256',
  'Description',
  'Publish',
  'DryRun',
  'Architectures',
  'ZipFile',
])

const othersIn = (input: JsonObject): Json | undefined => {
  const members = Object.entries(input).filter(
    ([name, value]) => !ownRules.has(name) && !absent(value),
  )
  const rest = members.map(([name, value]): [string, Json] => {
    if (name !== 'Content' || !isObject(value)) return [name, value]
    const { ZipFile: _, ...content } = value
    return [name, content]
  })
  return rest.length === 0 ? undefined : withoutNulls(Object.fromEntries(rest))
}

const isEmptyContent = (value: Json | undefined): boolean =>
  value === undefined || sameJson(value, { Content: {} })

const opinionOnName = kept(nameIn)

export const clientRequestsJudges = {
  'client/request-is-of-the-api': arrives,
  'client/valid-call-is-sent': isSent,
  'client/request-is-valid': isWellFormed,
  'client/is-signed': isSigned,
  'client/changes-nothing-else': changesNothingElse,
  'client/keeps-name': opinionOnName,
  'client/keeps-revision-id': named('RevisionId'),
  'client/keeps-code-sha256': named('CodeSha256'),
  'client/keeps-description': named('Description'),
  'client/keeps-publish': flagged('Publish'),
  'client/keeps-dry-run': flagged('DryRun'),
  // An update for no architecture is refused; without the empty list it is carried out.
  'client/keeps-architectures': kept(
    (input) => member(input, 'Architectures'),
    sameJson,
    say,
    (value) => value === undefined,
  ),
  'client/keeps-zip-file': kept(
    zipFileIn,
    (asked, sent) => !absent(asked) && !absent(sent) && bytesOf(asked).equals(bytesOf(sent)),
    (value) => (absent(value) ? 'no package' : `a package of ${bytesOf(value).length} bytes`),
  ),
  'client/keeps-other-members': kept(
    othersIn,
    (asked, sent) => sameJson(asked, sent) || (isEmptyContent(asked) && isEmptyContent(sent)),
  ),
} as const satisfies Readonly<Record<string, Judge>>
