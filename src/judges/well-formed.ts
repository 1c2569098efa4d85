import { operations } from '../../generated/operations.ts'
import type { Edition } from '../../spec/editions.ts'
import type { Call } from '../call.ts'
import { text } from '../model/json.ts'
import { functionNameIn } from '../model/names.ts'
import { isArchive } from './archives.ts'
import type { Answered } from './judge.ts'
import { defectsOf } from './requests-defects.ts'

/** A bucket and an image may be missing, which is not to be seen in the request. */
const hasItsSource = ({ input }: Call): boolean => {
  const elsewhere = ['S3Bucket', 'S3Key', 'S3ObjectVersion', 'ImageUri']
  return (
    (input['ZipFile'] === undefined || isArchive(input['ZipFile'])) &&
    elsewhere.every((member) => input[member] === undefined)
  )
}

const isBareName = (name: string | undefined): boolean =>
  name === undefined || (/^[A-Za-z0-9_-]+$/.test(name) && name.length <= 64)

/** Nothing at the edge of what a text may be: a Description of 256 characters, or of other than ASCII. */
export const isShortText = ({ input }: Call): boolean => {
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
    isBareName(text(call.input, 'LayerName')) &&
    isShortText(call) &&
    hasItsSource(call) &&
    Object.keys(call.input).every((name) => Object.hasOwn(members, name)) &&
    defectsOf(call, context.edition).length === 0
  )
}

/** Whether a request says what it asks for, if not all that it has to: what comes of one that should have been refused nobody can tell. */
export const isSound = ({ call, context }: Answered): boolean =>
  call.written?.body === undefined &&
  defectsOf(call, context.edition).every(({ kind }) => kind === 'required')

/** Whether what is meant stands behind the name, and not beside it: `f:1`, or a layer by its ARN. Names have rules of their own. */
export const isNamedAtLength = ({ call }: Answered): boolean =>
  functionNameIn(text(call.input, 'FunctionName') ?? '').qualifier !== undefined ||
  (text(call.input, 'LayerName') ?? '').includes(':')
