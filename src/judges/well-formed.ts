import { operations } from '../../generated/operations.ts'
import type { Edition } from '../../spec/editions.ts'
import type { Call, Json } from '../call.ts'
import { text } from '../model/json.ts'
import { violations } from '../schema/validate.ts'
import type { Answered } from './judge.ts'

/** Every .zip file begins so, but for one without any file in it. */
const zipSignature = 'UEsDB'

const isArchive = (value: Json | undefined): boolean =>
  typeof value === 'string' &&
  value.startsWith(zipSignature) &&
  value.length % 4 === 0 &&
  /^[A-Za-z0-9+/]*={0,2}$/.test(value)

const hasOneSource = ({ input }: Call): boolean => {
  if (input['ZipFile'] !== undefined && !isArchive(input['ZipFile'])) return false
  const others = ['S3Bucket', 'S3Key', 'S3ObjectVersion', 'ImageUri'].filter(
    (member) => input[member] !== undefined,
  )
  return input['ZipFile'] === undefined || others.length === 0
}

const isBareName = (name: string | undefined): boolean =>
  name === undefined || (/^[A-Za-z0-9_-]+$/.test(name) && name.length <= 64)

/** Nothing at the edge of what a text may be: a Description of 256 characters, or of other than ASCII. */
const isShortText = ({ input }: Call): boolean => {
  const description = text(input, 'Description') ?? ''
  return description.length < 256 && /^[\x20-\x7e]*$/.test(description)
}

/**
 * A request in which nothing but the state of the function can be found wanting. What a subject does with any other request
 * is looked at by the rules about such requests; the rest of the contract says nothing of it.
 */
export const isWellFormed = ({
  call,
  context,
}: {
  readonly call: Call
  readonly context: { readonly edition: Edition }
}): boolean => {
  const { members } = operations[context.edition][call.operation]
  return (
    call.written === undefined &&
    isBareName(text(call.input, 'FunctionName')) &&
    isShortText(call) &&
    hasOneSource(call) &&
    Object.keys(call.input).every((name) => Object.hasOwn(members, name)) &&
    violations(context.edition, `${call.operation}Request`, call.input).length === 0
  )
}

/** The same, in two words of a judge. */
export const isOdd = (answered: Answered): boolean => !isWellFormed(answered)
