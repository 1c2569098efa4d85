import type { Call } from '../call.ts'
import { text } from '../model/json.ts'
import { functionNameIn, layerNameIn } from '../model/names.ts'

/** What a run may leave behind. Versions, aliases and policies go with their function; a layer is all of its versions. */
export type Resource = { readonly kind: 'function' | 'layer'; readonly name: string }

const prefix = 'lambda-conformance-'

/** What may follow the prefix. The exclamation mark makes a name illegal on purpose; a slash could lead elsewhere. */
const rest = '[\\w!-]*'

/** A name as the runs of this tool give them, whichever run it was: its id and the number of the attempt. */
const ofARun = /^lambda-conformance-[0-9a-f]{8}-\d+-[\w!-]+$/

export const isOfARun = (name: string): boolean => ofARun.test(name)

/** Whether it is a name, and nothing more, that this run gives. */
export const isNameOf = (runId: string, name: string): boolean =>
  new RegExp(`^${prefix}${runId}-${rest}$`).test(name)

export const prefixOf = (runId: string): string => `${prefix}${runId}-`

const isLayerCall = ({ operation }: Call): boolean => operation.includes('Layer')

const identifierIn = (call: Call): string =>
  text(call.input, isLayerCall(call) ? 'LayerName' : 'FunctionName') ?? ''

/** What a call is about. */
export const resourceOf = (call: Call): Resource =>
  isLayerCall(call)
    ? { kind: 'layer', name: layerNameIn(identifierIn(call)).name }
    : { kind: 'function', name: functionNameIn(identifierIn(call)).name }

/**
 * Whether a call names something of this run, in one of the forms that a name may have and to the last character: an ARN out of
 * a reply may be that of anything, and be built to look like one of ours.
 */
export const isOwn = (call: Call, runId: string): boolean => {
  const name = `${prefix}${runId}-${rest}`
  const owner = '(?:arn:[\\w-]+:lambda:[\\w-]*:)?(?:[\\w-]*:)?'
  const forms = isLayerCall(call)
    ? `^(?:${owner}layer:)?${name}$`
    : `^(?:${owner}function:)?${name}(?::[\\w$-]+)?$`
  return new RegExp(forms).test(identifierIn(call))
}

/** What is only read may be anybody's. */
export const isChange = ({ operation }: Call): boolean => !/^(?:Get|List)/.test(operation)

export const inWords = ({ kind, name }: Resource): string => `${kind} ${name}`
