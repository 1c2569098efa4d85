import { createDefaults } from './create-defaults.ts'
import { refusedInProgress } from './in-progress.ts'
import { supportingOperations } from '../../spec/operations.ts'
import type { Json, JsonObject } from '../call.ts'
import { contentOf, contradictions } from '../model/content.ts'
import { isObject, member, sameJson, text } from '../model/json.ts'
import { errorName, versionNumber } from '../model/reply.ts'
import type { Note } from '../model/state.ts'
import { qualifierOf } from '../model/step.ts'
import {
  breaks,
  holds,
  onCallsOf,
  onEach,
  say,
  silent,
  type Answered,
  type Judge,
  type Opinion,
} from './judge.ts'
import { lastNote, onlySince } from './notes.ts'
import { onRefusals } from './refusals.ts'
import {
  acceptedBody,
  described,
  isNoAnswer,
  isPublish,
  latestRead,
  listedNumbers,
  numberIn,
  readBody,
} from './replies.ts'
import { successBody, successStatusOf } from './shapes.ts'
import { expectHash, expectSize, packageIn, unaccounted } from './update-function-code.ts'
import { isWellFormed } from './well-formed.ts'

const codeOf = (input: JsonObject): JsonObject => {
  const code = member(input, 'Code')
  return isObject(code) ? code : {}
}

/** What an update gives is what a configuration shows, member by member in the terms of `contentOf`. */
const expectGiven = (input: JsonObject, configuration: JsonObject): Opinion => {
  // Layers are given as ARNs and shown as objects.
  const layers = member(input, 'Layers')
  const given = contentOf({
    ...input,
    ...(Array.isArray(layers) ? { Layers: layers.map((Arn: Json) => ({ Arn })) } : {}),
  })
  const shown = contentOf(configuration)
  // Variables that could not be read are told of by an error in their place.
  const isUnread = member(member(configuration, 'Environment'), 'Error') != null
  const wrong = Object.keys(given).find(
    (name) => !includes(shown[name], given[name]) && !(name === 'Environment' && isUnread),
  )
  return wrong === undefined
    ? holds
    : breaks(`${wrong} ${say(given[wrong])}, as given`, `${wrong} ${say(shown[wrong])}`)
}

/** The service adds members of its own, such as LoggingConfig's LogGroup; those given have to be there. */
const includes = (shown: Json | undefined, given: Json | undefined): boolean =>
  isObject(given) && isObject(shown)
    ? Object.entries(given).every(([name, value]) => sameJson(member(shown, name), value))
    : sameJson(shown, given)

/** A list of versions after the creation of the function and nothing else. */
const onListAfterCreation = (opine: (answered: Answered) => Opinion): Judge =>
  onCallsOf('ListVersionsByFunction', (answered) => {
    const { fn } = answered
    const creation = lastNote(fn, 'listed')
    if (creation?.call.operation !== 'CreateFunction' || creation.fate !== 'accepted') return silent
    if (creation.call.input['Publish'] === true || !fn?.fromBirth || fn.unclear) return silent
    return listedNumbers(answered) === undefined ? silent : opine(answered)
  })

const isRefusedCreation = ({ call, fate }: Note): boolean =>
  call.operation === 'CreateFunction' && fate === 'refused'

/** A function is asked for under a name that is taken. */
const isSecondCreation = ({ fn, step, reply }: Answered): boolean =>
  fn?.existence === 'exists' && !fn.unclear && step.before.alone && !isNoAnswer(reply)

export const supportingJudges = {
  'supporting/create-function-body': successBody('CreateFunction'),
  'supporting/get-function-body': successBody('GetFunction'),
  'supporting/get-function-configuration-body': successBody('GetFunctionConfiguration'),
  'supporting/update-function-configuration-body': successBody('UpdateFunctionConfiguration'),
  'supporting/list-versions-body': successBody('ListVersionsByFunction'),
  'supporting/create-alias-body': successBody('CreateAlias'),
  'supporting/get-alias-body': successBody('GetAlias'),
  'supporting/update-alias-body': successBody('UpdateAlias'),
  'supporting/add-permission-body': successBody('AddPermission'),
  'supporting/get-policy-body': successBody('GetPolicy'),
  'supporting/get-layer-version-body': successBody('GetLayerVersion'),
  'supporting/list-layer-versions-body': successBody('ListLayerVersions'),
  'supporting/success-statuses': successStatusOf(supportingOperations),
  'supporting/configuration-update-takes-effect': onEach((answered) => {
    if (answered.call.operation === 'UpdateFunctionConfiguration') {
      const body = acceptedBody(answered)
      return body === undefined ? silent : expectGiven(answered.call.input, body)
    }
    const note = lastNote(answered.fn, 'read')
    const shown = latestRead(answered)
    if (note?.call.operation !== 'UpdateFunctionConfiguration' || note.fate !== 'accepted') {
      return silent
    }
    return shown === undefined || answered.fn?.unclear
      ? silent
      : expectGiven(note.call.input, shown)
  }),
  'supporting/configuration-update-keeps-code': onCallsOf(
    'UpdateFunctionConfiguration',
    (answered) => {
      const body = acceptedBody(answered)
      const before = text(answered.fn?.latest.configuration, 'CodeSha256')
      const now = text(body, 'CodeSha256')
      if (before === undefined || now === undefined || answered.fn?.unclear) return silent
      return before === now
        ? holds
        : breaks(`CodeSha256 ${say(before)}, as before`, `CodeSha256 ${say(now)}`)
    },
  ),
  'supporting/configuration-update-in-progress-is-409': refusedInProgress(
    'UpdateFunctionConfiguration',
  ),
  'supporting/create-defaults': createDefaults,
  'supporting/create-with-publish-makes-version': onCallsOf('CreateFunction', (answered) => {
    const body = acceptedBody(answered)
    if (body === undefined || !isPublish(answered)) return silent
    return numberIn(answered) === undefined
      ? breaks('Version with a number', `Version ${say(body['Version'])}`)
      : holds
  }),
  'supporting/create-without-publish-makes-no-version': onListAfterCreation((answered) => {
    const [extra] = unaccounted(answered)
    return extra === undefined
      ? holds
      : breaks('no version from a creation without Publish', `version ${extra} in the list`)
  }),
  'supporting/create-arn-is-unqualified': onCallsOf('CreateFunction', (answered) => {
    const arn = text(acceptedBody(answered), 'FunctionArn')
    if (arn === undefined || !isWellFormed(answered)) return silent
    return arn.endsWith(`:${answered.fnName}`)
      ? holds
      : breaks(`FunctionArn ending with ":${answered.fnName}"`, say(arn))
  }),
  'supporting/created-version-has-its-own-revision': onCallsOf(
    ['GetFunctionConfiguration', 'GetFunction'],
    (answered) => {
      const { fn } = answered
      const version = fn?.versions.get(versionNumber(qualifierOf(answered.call)) ?? 0)
      const own = text(readBody(answered), 'RevisionId')
      if (fn === undefined || fn.unclear || version?.madeBy !== 'CreateFunction') return silent
      if (own === undefined || fn.revisions.length === 0) return silent
      return fn.revisions.includes(own)
        ? breaks('a RevisionId that $LATEST never had', `RevisionId ${say(own)}`)
        : holds
    },
  ),
  'supporting/second-creation-is-refused': onRefusals({
    operations: 'CreateFunction',
    members: ['FunctionName', 'Code', 'Publish'],
    opine: (answered) => {
      if (!isSecondCreation(answered) || !isWellFormed(answered)) return silent
      const name = errorName(answered.reply)
      const isRight = name === undefined || name === 'ResourceConflictException'
      return answered.reply.status === 409 && isRight
        ? holds
        : breaks('409 ResourceConflictException', described(answered))
    },
  }),
  'supporting/refused-creation-changes-nothing': onCallsOf(
    ['GetFunctionConfiguration', 'GetFunction'],
    (answered) => {
      const { fn } = answered
      const shown = latestRead(answered)
      const before = fn?.latest.content
      const refused = onlySince(fn, 'read', isRefusedCreation)
      if (shown === undefined || before === undefined || fn?.unclear || refused.length === 0)
        return silent
      const now = contentOf(shown)
      const changed = contradictions(before, now)[0]
      return changed === undefined
        ? holds
        : breaks(
            `${changed} ${say(before[changed])}, as before the refused creation`,
            `${changed} ${say(now[changed])}`,
          )
    },
  ),
  'supporting/create-hash-is-of-the-package': onCallsOf('CreateFunction', (answered) => {
    const sent = packageIn(codeOf(answered.call.input))
    const body = acceptedBody(answered)
    if (sent === undefined || body === undefined) return silent
    // No document promises that a creation shows either; what it shows is to be right.
    const [hash, size] = [text(body, 'CodeSha256'), member(body, 'CodeSize')]
    const opinions = [
      hash === undefined ? silent : expectHash(sent, hash),
      size == null ? silent : expectSize(sent, size),
    ]
    return (
      opinions.find(({ kind }) => kind === 'breaks') ??
      opinions.find(({ kind }) => kind === 'holds') ??
      silent
    )
  }),
} as const satisfies Readonly<Record<string, Judge>>
