import type { Json, JsonObject } from '../call.ts'
import { isObject, member, sameJson } from '../model/json.ts'
import type { FailureStep } from './report.ts'
import { sanitize } from './sanitize.ts'
import { codeByHash, codeByPackage, replyBody, revisionLetters, shownBy } from './timeline-names.ts'
import { splitUpload } from './upload.ts'
import { memberInWords, outcomeInWords, stepsInWords } from './words.ts'

/** A call of a race and what came of it, sanitized. */
export type CallWords = {
  /** `UpdateFunctionCode f0 (code 3f9a2c, RevisionId A)` */
  readonly call: string
  /** `200, RevisionId B, version 2` */
  readonly answer: string
  /** Both in short, from the most telling to the shortest: the first one that fits is shown. */
  readonly labels: readonly string[]
}

/** Where these stand in an input they name what is called, or are said another way. */
const notWritten = new Set(
  'FunctionName LayerName Name Qualifier VersionNumber StatementId RevisionId CodeSha256 Publish DryRun ZipFile Code Content'.split(
    ' ',
  ),
)

/** The members that the clients write: what of them a reply shows is what the race is about. */
const writtenIn = (steps: readonly FailureStep[]): ReadonlySet<string> =>
  new Set(
    steps
      .filter(({ timing, request }) => (timing?.lane ?? 0) > 0 && request.method !== 'GET')
      .flatMap(({ call }) => Object.keys(call.input))
      .filter((name) => !notWritten.has(name)),
  )

const versionIn = (shown: JsonObject): string | undefined => {
  const version = member(shown, 'Version')
  const isNumber = typeof version === 'number' || typeof version === 'string'
  return isNumber && version !== '$LATEST' ? `version ${sanitize(String(version), 20)}` : undefined
}

const mostVersions = 12

/** Of a list: the numbers in it. */
const versionsIn = (body: JsonObject): string | undefined => {
  const list = member(body, 'Versions') ?? member(body, 'LayerVersions')
  if (!Array.isArray(list)) return undefined
  const numbers = list.flatMap((each: Json) => versionIn(isObject(each) ? each : {}) ?? [])
  if (numbers.length === 0) return 'no versions'
  const shown = numbers.slice(0, mostVersions).map((each) => each.replace('version ', ''))
  const more = numbers.length - shown.length
  return `versions ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const codeIn = (body: JsonObject, shown: JsonObject): string | undefined => {
  const hash = member(shown, 'CodeSha256') ?? member(member(body, 'Content'), 'CodeSha256')
  return typeof hash === 'string' ? codeByHash(hash) : undefined
}

const isDefined = <T>(value: T | undefined): value is T => value !== undefined

const isOk = (response: FailureStep['response']): boolean =>
  !('lost' in response) && response.status >= 200 && response.status < 300

/** What a reply shows beyond its status; what the call itself asked for is not said again. */
const factsOf = (
  { call, response }: FailureStep,
  letters: ReadonlyMap<string, string>,
  written: ReadonlySet<string>,
) => {
  const body = isOk(response) ? replyBody(response) : {}
  const shown = shownBy(body)
  const { zipFile } = splitUpload(call.input)
  const code = codeIn(body, shown)
  const id = member(shown, 'RevisionId')
  const sent = typeof zipFile === 'string' ? codeByPackage(zipFile) : undefined
  const course = [member(shown, 'State'), member(shown, 'LastUpdateStatus')]
  return {
    version: versionIn(shown) ?? versionsIn(body),
    revision: typeof id === 'string' ? letters.get(id) : undefined,
    code: code === sent ? undefined : code,
    members: [...written].flatMap((name) => {
      const value = member(shown, name)
      const isAsked = sameJson(value, call.input[name])
      return value === undefined || isAsked ? [] : [memberInWords(name, value)]
    }),
    settling: course.some((each) => each === 'Pending' || each === 'InProgress')
      ? 'still settling'
      : undefined,
  }
}

/** `if A`: only if the RevisionId is still that one. */
const conditionOf = ({ call }: FailureStep, letters: ReadonlyMap<string, string>): string => {
  const id = call.input['RevisionId']
  const letter = typeof id === 'string' ? letters.get(id) : undefined
  return letter === undefined ? '' : ` if ${letter}`
}

const contentOf = ({ call: { input } }: FailureStep): string => {
  const { zipFile } = splitUpload(input)
  const said = [
    ...(typeof zipFile === 'string' ? [codeByPackage(zipFile)] : []),
    ...(input['Publish'] === true ? ['Publish'] : []),
    ...(input['DryRun'] === true ? ['DryRun'] : []),
  ]
  return said.length === 0 ? '' : ` (${said.join(', ')})`
}

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter(isDefined).join(', ')

type Facts = ReturnType<typeof factsOf>

const answerInWords = (step: FailureStep, facts: Facts): string => {
  const { version, revision, code, members, settling } = facts
  const outcome = outcomeInWords(step.response)
  return joined(
    'lost' in step.response ? `${outcome} (${sanitize(step.response.lost, 120)})` : outcome,
    version,
    revision === undefined ? undefined : `RevisionId ${revision}`,
    code,
    ...members,
    settling,
  )
}

const labelsOf = (
  step: FailureStep,
  { version, revision, code, members }: Facts,
  condition: string,
): readonly string[] => {
  const { operation } = step.call
  const isRead = step.request.method === 'GET'
  // With a version comes the RevisionId of the version.
  const isLatest = revision !== undefined && version === undefined
  const seen = isLatest ? `${isRead ? 'shows' : 'now'} ${revision}` : undefined
  const outcome = outcomeInWords(step.response)
  const gist = joined(outcome, version, seen)
  const longer = isRead ? joined(gist, code, ...members) : gist
  const asked = `${operation}${contentOf(step)}${condition}`
  const labels = [
    `${asked} → ${longer}`,
    `${asked} → ${gist}`,
    `${operation}${condition} → ${gist}`,
    `${operation} → ${gist}`,
    `${operation} → ${'lost' in step.response ? outcome : step.response.status}`,
    gist,
    joined(version, seen),
    outcome,
    ...('lost' in step.response ? [] : [String(step.response.status)]),
  ]
  return [...new Set(labels.filter((label) => label !== ''))]
}

/** Of each call of a race, in the order of the steps. */
export const raceWords = (steps: readonly FailureStep[]): readonly CallWords[] => {
  const letters = revisionLetters(steps)
  const written = writtenIn(steps)
  const calls = stepsInWords(steps)
  return steps.map((step, index) => {
    const facts = factsOf(step, letters, written)
    return {
      call: calls[index] ?? step.call.operation,
      answer: answerInWords(step, facts),
      labels: labelsOf(step, facts, conditionOf(step, letters)),
    }
  })
}
