import type { Json, JsonObject } from '../call.ts'
import { isObject, member, sameJson, text } from '../model/json.ts'
import {
  breaks,
  holds,
  onCallsOf,
  say,
  silent,
  type Answered,
  type Judge,
  type Opinion,
} from './judge.ts'
import { acceptedBody, described, isAccepted, isNoAnswer } from './replies.ts'
import { onRefusals } from './refusals.ts'
import { documentedErrors, successBody, successContentType, successStatus } from './shapes.ts'
import {
  expectBase64,
  expectHash,
  expectSize,
  packageIn,
  type Package,
} from './update-function-code.ts'
import { isNamedAtLength, isShortText, isSound } from './well-formed.ts'

const operation = 'PublishLayerVersion'

const numberOf = (body: JsonObject | undefined): number | undefined => {
  const number = member(body, 'Version')
  return typeof number === 'number' ? number : undefined
}

const onPublished = (
  opine: (answered: Answered, number: number, body: JsonObject) => Opinion,
): Judge =>
  onCallsOf(operation, (answered) => {
    const body = acceptedBody(answered)
    const number = numberOf(body)
    return body === undefined || number === undefined ? silent : opine(answered, number, body)
  })

/** The same, of a layer whose numbers are all known. That an ARN means the layer of that name is what another rule looks at. */
const onNumbered = (opine: (answered: Answered, number: number) => Opinion): Judge =>
  onPublished((answered, number) =>
    answered.layer?.unclear || !answered.step.before.alone || isNamedAtLength(answered)
      ? silent
      : opine(answered, number),
  )

const sentContent = (input: JsonObject): Package | undefined => {
  const content = member(input, 'Content')
  return isObject(content) ? packageIn(content) : undefined
}

const onContent = (opine: (sent: Package, content: Json | undefined) => Opinion): Judge =>
  onPublished((answered, _number, body) => {
    const sent = sentContent(answered.call.input)
    return sent === undefined || !isSound(answered) ? silent : opine(sent, member(body, 'Content'))
  })

const refusedWhen = (defective: string, isBad: (input: JsonObject) => boolean): Judge =>
  onRefusals({
    operations: operation,
    members: [defective],
    opine: (answered) => {
      if (answered.call.partial || !isBad(answered.call.input) || isNoAnswer(answered.reply))
        return silent
      return answered.reply.status === 400 ? holds : breaks('status 400', described(answered))
    },
  })

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const sorted = (value: Json | undefined): Json | undefined =>
  Array.isArray(value) ? value.map((item: Json) => JSON.stringify(item)).toSorted() : value

/** Nothing given may come back as nothing; a list of runtimes has no order. */
const isSame = (given: Json | undefined, shown: Json | undefined): boolean =>
  (isEmpty(given) && isEmpty(shown)) || sameJson(sorted(given), sorted(shown))

const lengthOf = (input: JsonObject, name: string): number => text(input, name)?.length ?? 0

/** Whether a deletion came before: then the next number tells of another rule. */
const next = (answered: Answered): number => (answered.layer?.highest ?? 0) + 1
const nothingDeleted = ({ layer }: Answered): boolean => (layer?.deleted.size ?? 0) === 0

const otherLayersPublished = ({ step, layer }: Answered): boolean =>
  [...step.before.layers.values()].some(({ name, highest }) => name !== layer?.name && highest > 0)

const functionsPublished = ({ step }: Answered): boolean =>
  [...step.before.functions.values()].some(({ highest }) => highest > 0)

/** A layer version read by its number, with the body its publish answered. */
const onReadBack = (
  opine: (answered: Answered, published: JsonObject, isNewest: boolean) => Opinion,
): Judge =>
  onCallsOf('GetLayerVersion', (answered) => {
    const number = Number(answered.call.input['VersionNumber'])
    const published = answered.layer?.versions.get(number)
    if (published === undefined || isNoAnswer(answered.reply) || answered.layer?.unclear)
      return silent
    if (answered.context.unsupported.has('GetLayerVersion') || isNamedAtLength(answered))
      return silent
    // What the deletion of another version does to this one is looked at by another rule.
    if (!nothingDeleted(answered)) return silent
    return opine(answered, published.body, number === answered.layer?.highest)
  })

const expectSameContent = (answered: Answered, published: JsonObject): Opinion => {
  const before = member(published, 'Content')
  const now = member(acceptedBody(answered), 'Content')
  const wrong = ['CodeSha256', 'CodeSize'].find(
    (name) => !sameJson(member(before, name), member(now, name)),
  )
  if (!isAccepted(answered)) return breaks('the layer version', described(answered))
  return wrong === undefined
    ? holds
    : breaks(
        `${wrong} ${say(member(before, wrong))}, as published`,
        `${wrong} ${say(member(now, wrong))}`,
      )
}

export const publishLayerVersionJudges = {
  'publish-layer-version/success-is-201': successStatus(operation),
  'publish-layer-version/success-body': successBody(operation),
  'publish-layer-version/content-type': successContentType(operation),
  'publish-layer-version/errors-are-documented': documentedErrors(operation),
  'publish-layer-version/missing-content-is-refused': refusedWhen(
    'Content',
    (input) => input['Content'] === undefined,
  ),
  'publish-layer-version/description-of-257-is-refused': refusedWhen(
    'Description',
    (input) => lengthOf(input, 'Description') === 257,
  ),
  'publish-layer-version/license-info-of-513-is-refused': refusedWhen(
    'LicenseInfo',
    (input) => lengthOf(input, 'LicenseInfo') === 513,
  ),
  'publish-layer-version/always-a-new-version': onNumbered(({ layer }, number) =>
    layer?.versions.has(number)
      ? breaks('a number not given before', `Version ${number} again`)
      : holds,
  ),
  'publish-layer-version/numbers-rise-by-one': onNumbered((answered, number) => {
    if (!nothingDeleted(answered) || otherLayersPublished(answered)) return silent
    // Whether functions use up the numbers of layers is what another rule looks at.
    if (functionsPublished(answered)) return silent
    return number === next(answered)
      ? holds
      : breaks(`Version ${next(answered)}`, `Version ${number}`)
  }),
  'publish-layer-version/numbers-are-per-layer': onNumbered((answered, number) => {
    if (!nothingDeleted(answered) || !otherLayersPublished(answered)) return silent
    return number === next(answered)
      ? holds
      : breaks(`Version ${next(answered)}`, `Version ${number}`)
  }),
  'publish-layer-version/numbers-are-not-reused': onNumbered((answered, number) => {
    if (nothingDeleted(answered)) return silent
    return answered.layer?.deleted.has(number)
      ? breaks('a number that no deleted version had', `Version ${number}`)
      : holds
  }),
  'publish-layer-version/hash-is-of-the-content': onContent((sent, content) =>
    expectHash(sent, text(content, 'CodeSha256')),
  ),
  'publish-layer-version/hash-is-base64': onContent((sent, content) =>
    expectBase64(sent, text(content, 'CodeSha256')),
  ),
  'publish-layer-version/size-is-of-the-content': onContent((sent, content) =>
    expectSize(sent, member(content, 'CodeSize')),
  ),
  'publish-layer-version/returns-what-was-given': onPublished((answered, _number, body) => {
    const { call } = answered
    const given = ['Description', 'LicenseInfo', 'CompatibleRuntimes'].filter(
      (name) => member(call.input, name) !== undefined,
    )
    const wrong = given.find((name) => !isSame(member(call.input, name), member(body, name)))
    // What is at the edge of what may be given has rules of its own.
    if (given.length === 0 || !isSound(answered) || !isShortText(call)) return silent
    return wrong === undefined
      ? holds
      : breaks(
          `${wrong} ${say(call.input[wrong])}, as given`,
          `${wrong} ${say(member(body, wrong))}`,
        )
  }),
  'publish-layer-version/arn-carries-the-number': onPublished((_answered, number, body) => {
    const layerArn = text(body, 'LayerArn')
    const actual = text(body, 'LayerVersionArn')
    if (layerArn === undefined) return silent
    const expected = `${layerArn}:${number}`
    return actual === expected
      ? holds
      : breaks(`LayerVersionArn ${say(expected)}`, `LayerVersionArn ${say(actual)}`)
  }),
  'publish-layer-version/is-readable': onReadBack((answered, published, isNewest) =>
    isNewest ? expectSameContent(answered, published) : silent,
  ),
  'publish-layer-version/earlier-versions-stay': onReadBack((answered, published, isNewest) =>
    isNewest ? silent : expectSameContent(answered, published),
  ),
  'publish-layer-version/is-listed': onCallsOf('ListLayerVersions', (answered) => {
    const items = acceptedBody(answered)?.['LayerVersions']
    const known = [...(answered.layer?.versions.keys() ?? [])]
    const { CompatibleRuntime, CompatibleArchitecture, Marker } = answered.call.input
    const isWhole =
      !text(acceptedBody(answered), 'NextMarker') &&
      [CompatibleRuntime, CompatibleArchitecture, Marker].every((part) => part === undefined)
    if (!Array.isArray(items) || known.length === 0 || answered.layer?.unclear || !isWhole)
      return silent
    const listed = items.map((item: Json) => member(item, 'Version') ?? null)
    const missing = known.find((number) => !listed.includes(number))
    return missing === undefined ? holds : breaks(`version ${missing} in the list`, say(listed))
  }),
} as const satisfies Readonly<Record<string, Judge>>
