import { supportingOperations } from '../../spec/operations.ts'
import type { JsonObject } from '../call.ts'
import { contentOf } from '../model/content.ts'
import { isObject, member, text } from '../model/json.ts'
import { breaks, holds, onCallsOf, say, silent, type Judge } from './judge.ts'
import { lastNote } from './notes.ts'
import { acceptedBody, isPublish, latestRead, numberIn } from './replies.ts'
import { successBody, successStatusOf } from './shapes.ts'
import { expectHash, expectSize, packageIn } from './update-function-code.ts'

const codeOf = (input: JsonObject): JsonObject => {
  const code = member(input, 'Code')
  return isObject(code) ? code : {}
}

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
  'supporting/configuration-update-takes-effect': onCallsOf(
    ['GetFunctionConfiguration', 'GetFunction'],
    (answered) => {
      const note = lastNote(answered.fn, 'read')
      const shown = latestRead(answered)
      if (note?.call.operation !== 'UpdateFunctionConfiguration' || note.fate !== 'accepted')
        return silent
      if (shown === undefined) return silent
      const now = contentOf(shown)
      // Layers are given as ARNs and shown as objects; the content of both is the list of ARNs.
      const given = Object.keys(note.call.input).filter((name) => name in expectedShapes)
      const wrong = given.find((name) => !expectedShapes[name]?.(note.call.input, now))
      return wrong === undefined
        ? holds
        : breaks(`${wrong} ${say(note.call.input[wrong])}, as given`, `${wrong} ${say(now[wrong])}`)
    },
  ),
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

const scalar =
  (name: string) =>
  (input: JsonObject, now: JsonObject): boolean =>
    (input[name] ?? '') === (now[name] ?? '')

/** How a member that was given is found again in the content shown. */
const expectedShapes: Readonly<Record<string, (input: JsonObject, now: JsonObject) => boolean>> = {
  Description: scalar('Description'),
  Handler: scalar('Handler'),
  MemorySize: scalar('MemorySize'),
  Timeout: scalar('Timeout'),
  Runtime: scalar('Runtime'),
  Environment: (input, now) =>
    text(member(input['Environment'], 'Variables'), 'STAGE') === text(now['Environment'], 'STAGE'),
}
