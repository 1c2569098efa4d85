import { createHash } from 'node:crypto'
import type { Json, JsonObject } from '../call.ts'
import { isObject, member } from '../model/json.ts'
import type { FailureStep } from './report.ts'
import { sanitize } from './sanitize.ts'

type Answered = Pick<FailureStep, 'call'> & { readonly response?: FailureStep['response'] }

/** A longer body is a list of many things; none of them is what a timeline shows. */
const longestBody = 262_144

/** The body of a reply, or nothing where it is no JSON object. */
export const replyBody = (response: FailureStep['response'] | undefined): JsonObject => {
  if (response === undefined || 'lost' in response || response.body.length > longestBody) return {}
  try {
    const body: Json = JSON.parse(response.body)
    return isObject(body) ? body : {}
  } catch {
    return {}
  }
}

/** What a reply shows of a function, alias or version: GetFunction has it a level deeper. */
export const shownBy = (body: JsonObject): JsonObject => {
  const configuration = member(body, 'Configuration')
  return isObject(configuration) ? configuration : body
}

/** A, B, … Z, A2, B2, … */
const letter = (index: number): string =>
  `${String.fromCharCode(65 + (index % 26))}${index < 26 ? '' : Math.floor(index / 26) + 1}`

/** A letter for each RevisionId given or shown, in the order of first sight: the ids themselves differ in 36 characters. */
export const revisionLetters = (steps: readonly Answered[]): ReadonlyMap<string, string> => {
  const letters = new Map<string, string>()
  for (const { call, response } of steps) {
    for (const id of [
      member(call.input, 'RevisionId'),
      member(shownBy(replyBody(response)), 'RevisionId'),
    ]) {
      if (typeof id === 'string' && !letters.has(id)) letters.set(id, letter(letters.size))
    }
  }
  return letters
}

/** `code 3f9a2c`: as CodeSha256 begins. */
export const codeByHash = (sha256: string): string =>
  `code ${sanitize(Array.from(sha256).slice(0, 6).join(''), 40)}`

/** The same for a package, in base64. */
export const codeByPackage = (zipFile: string): string =>
  codeByHash(createHash('sha256').update(Buffer.from(zipFile, 'base64')).digest('base64'))
