import { supportingOperations } from '../../spec/operations.ts'
import type { Json, JsonObject } from '../call.ts'
import { contentOf } from '../model/content.ts'
import { isObject, member, sameJson, text } from '../model/json.ts'
import { breaks, holds, onCallsOf, onEach, say, silent, type Judge, type Opinion } from './judge.ts'
import { lastNote } from './notes.ts'
import { acceptedBody, isPublish, latestRead, numberIn } from './replies.ts'
import { successBody, successStatusOf } from './shapes.ts'
import { expectHash, expectSize, packageIn } from './update-function-code.ts'

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
  const wrong = Object.keys(given).find((name) => !includes(shown[name], given[name]))
  return wrong === undefined
    ? holds
    : breaks(`${wrong} ${say(given[wrong])}, as given`, `${wrong} ${say(shown[wrong])}`)
}

/** The service adds members of its own, such as LoggingConfig's LogGroup; those given have to be there. */
const includes = (shown: Json | undefined, given: Json | undefined): boolean =>
  isObject(given) && isObject(shown)
    ? Object.entries(given).every(([name, value]) => sameJson(member(shown, name), value))
    : sameJson(shown, given)

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
  'supporting/create-with-publish-makes-version': onCallsOf('CreateFunction', (answered) => {
    const body = acceptedBody(answered)
    if (body === undefined || !isPublish(answered)) return silent
    return numberIn(answered) === undefined
      ? breaks('Version with a number', `Version ${say(body['Version'])}`)
      : holds
  }),
  'supporting/create-hash-is-of-the-package': onCallsOf('CreateFunction', (answered) => {
    const sent = packageIn(codeOf(answered.call.input))
    const body = acceptedBody(answered)
    if (sent === undefined || body === undefined) return silent
    const hash = expectHash(sent, text(body, 'CodeSha256'))
    return hash.kind === 'breaks' ? hash : expectSize(sent, member(body, 'CodeSize'))
  }),
} as const satisfies Readonly<Record<string, Judge>>
