import type { Call } from '../call.ts'
import { text } from '../model/json.ts'
import { functionNameIn, layerNameIn } from '../model/names.ts'

/** What a run may leave behind. Versions, aliases and policies go with their function; a layer is all of its versions. */
export type Resource = { readonly kind: 'function' | 'layer'; readonly name: string }

const prefix = 'lambda-conformance-'

/** What the name of everything begins with that one run creates. */
export const prefixOf = (runId: string): string => `${prefix}${runId}-`

/** A name as the runs of this tool give them, whichever run it was: its id and the number of the attempt. */
const ofARun = /^lambda-conformance-[0-9a-f]{8}-\d+-/

export const isOfARun = (name: string): boolean => ofARun.test(name)

/** What a call is about. */
export const resourceOf = ({ operation, input }: Call): Resource =>
  operation.includes('Layer')
    ? { kind: 'layer', name: layerNameIn(text(input, 'LayerName') ?? '').name }
    : { kind: 'function', name: functionNameIn(text(input, 'FunctionName') ?? '').name }

/** What a call may create, if the subject does as it is told; undefined for one that creates nothing that stays. */
export const resourceAskedFor = (call: Call): Resource | undefined =>
  call.operation === 'CreateFunction' || call.operation === 'PublishLayerVersion'
    ? resourceOf(call)
    : undefined

export const inWords = ({ kind, name }: Resource): string => `${kind} ${name}`
