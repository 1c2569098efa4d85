import type { Json, JsonObject } from '../call.ts'
import { member, sameJson, text } from '../model/json.ts'
import { schemaDocument } from '../schema/editions.ts'
import {
  breaks,
  holds,
  onCallsOf,
  say,
  shows,
  silent,
  type Answered,
  type Judge,
  type Opinion,
} from './judge.ts'
import { madeHere } from './publish-version.ts'
import { acceptedBody, described, isAccepted } from './replies.ts'
import { defectsOf, onlyDefect } from './requests-defects.ts'
import { hasPlainTarget, saysNothing, theThree } from './requests-refusals.ts'

/** Beside the members named, only what every such call of the programs has. */
const isOtherwisePlain = ({ call }: Answered, ...names: readonly string[]): boolean =>
  Object.keys(call.input).every((name) =>
    ['FunctionName', 'LayerName', 'Content', 'ZipFile', ...names].includes(name),
  )

/** A refusal for the form of the request, where there is nothing wrong with it. */
const expectAcceptance = (answered: Answered, opine: () => Opinion): Opinion => {
  if (saysNothing(answered) || !hasPlainTarget(answered)) return silent
  if (isAccepted(answered)) return opine()
  // For its state or its size another refusal may be right.
  return answered.reply.status === 400 ? breaks('success', described(answered)) : silent
}

const isTwoByte = (value: string): boolean => /^[\u0080-\u07ff]*$/.test(value)
const isAscii = (value: string): boolean => /^[\x20-\x7e]*$/.test(value)

type Limit = { readonly member: string; readonly isCase: (value: Json) => boolean }

const returned = (given: Json | undefined, shown: Json | undefined): boolean =>
  sameJson(given, shown) || (given === '' && shown === undefined)

const ofLayers = ({ member: name, isCase }: Limit): Judge =>
  onCallsOf('PublishLayerVersion', (answered) => {
    const { call, context } = answered
    const given = member(call.input, name)
    if (given === undefined || !isCase(given) || !isOtherwisePlain(answered, name)) return silent
    if (call.partial || call.written !== undefined) return silent
    if (defectsOf(call, context.edition).length > 0) return silent
    return expectAcceptance(answered, () => {
      const shown = member(acceptedBody(answered), name)
      return returned(given, shown)
        ? holds
        : breaks(`${name} ${say(given)}, as given`, `${name} ${say(shown)}`)
    })
  })

const isText =
  (length: number, isKind: (value: string) => boolean) =>
  (value: Json): boolean =>
    typeof value === 'string' && value.length === length && isKind(value)

const sorted = (value: Json | undefined): Json =>
  Array.isArray(value) ? value.map((item: Json) => JSON.stringify(item)).toSorted() : []

const maximumOfRuntimes = ({ context }: Answered): number => {
  const { $defs } = schemaDocument(context.edition)
  return Number(member($defs['CompatibleRuntimesRequest'], 'maxItems'))
}

const unknownMember = (input: JsonObject, known: readonly string[]): readonly string[] =>
  Object.keys(input).filter((name) => !known.includes(name))

/** What is at the edge of what may be given, and not beyond it. */
export const acceptanceJudges = {
  'requests/publish-with-empty-body': onCallsOf('PublishVersion', (answered) => {
    const { call } = answered
    if (call.written?.body?.trim() !== '' || saysNothing(answered)) return silent
    if (!hasPlainTarget(answered) || unknownMember(call.input, ['FunctionName']).length > 0)
      return silent
    return shows(isAccepted(answered) ? 'accepted' : `refused with ${answered.reply.status}`)
  }),
  'requests/unknown-member-is-ignored': onCallsOf(theThree, (answered) => {
    const defect = onlyDefect(answered)
    // Further down a member may be one of a later edition; the preconditions have reasons of their own.
    const { RevisionId, CodeSha256 } = answered.call.input
    const isPlain = RevisionId === undefined && CodeSha256 === undefined
    if (defect?.kind !== 'additionalProperties' || defect.path.includes('.') || !isPlain)
      return silent
    return expectAcceptance(answered, () => holds)
  }),
  'requests/publish-description-counts-characters': onCallsOf('PublishVersion', (answered) => {
    const given = text(answered.call.input, 'Description')
    if (given === undefined || !isText(256, isTwoByte)(given)) return silent
    if (!isOtherwisePlain(answered, 'Description')) return silent
    return expectAcceptance(answered, () => {
      const made = madeHere(answered)
      if (made === undefined) return silent
      const shown = text(made.configuration, 'Description')
      return given === shown
        ? holds
        : breaks(`Description ${say(given)}, as given`, `Description ${say(shown)}`)
    })
  }),
  'requests/layer-description-of-256-is-accepted': ofLayers({
    member: 'Description',
    isCase: isText(256, isAscii),
  }),
  'requests/layer-description-counts-characters': ofLayers({
    member: 'Description',
    isCase: isText(256, isTwoByte),
  }),
  'requests/layer-empty-description-is-accepted': ofLayers({
    member: 'Description',
    isCase: (value) => value === '',
  }),
  'requests/license-info-of-512-is-accepted': ofLayers({
    member: 'LicenseInfo',
    isCase: isText(512, isAscii),
  }),
  'requests/layer-description-of-256-beyond-16-bits': onCallsOf(
    'PublishLayerVersion',
    (answered) => {
      const given = text(answered.call.input, 'Description') ?? ''
      const isCase = Array.from(given).length === 256 && given.length === 512
      if (!isCase || saysNothing(answered)) return silent
      if (!isOtherwisePlain(answered, 'Description')) return silent
      return shows(isAccepted(answered) ? 'accepted' : `refused with ${answered.reply.status}`)
    },
  ),
  'requests/runtimes-at-the-maximum-are-accepted': onCallsOf('PublishLayerVersion', (answered) => {
    const { call, context } = answered
    const given = call.input['CompatibleRuntimes']
    if (!Array.isArray(given) || given.length !== maximumOfRuntimes(answered)) return silent
    if (call.partial || !isOtherwisePlain(answered, 'CompatibleRuntimes')) return silent
    if (defectsOf(call, context.edition).length > 0) return silent
    return expectAcceptance(answered, () => {
      const shown = member(acceptedBody(answered), 'CompatibleRuntimes')
      return sameJson(sorted(given), sorted(shown))
        ? holds
        : breaks(`CompatibleRuntimes ${say(given)}, as given`, `CompatibleRuntimes ${say(shown)}`)
    })
  }),
} as const satisfies Readonly<Record<string, Judge>>
