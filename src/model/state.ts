import type { Call, JsonObject } from '../call.ts'
import type { Content } from './content.ts'

/** What became of a call, as far as the reply says. `unclear`: it may have taken effect or not. */
export type Fate = 'accepted' | 'refused' | 'unclear'

/** A call on a function or layer, remembered for what comes after it. */
export type Note = {
  readonly step: number
  readonly call: Call
  readonly fate: Fate
  readonly status?: number
  /** Members of $LATEST's content that the call was seen to change. */
  readonly changed: readonly string[]
}

export type Latest = {
  /** The last configuration shown, without nulls. */
  readonly configuration?: JsonObject
  readonly content?: Content
  /** The current RevisionId, unless a call since may have changed it. */
  readonly revisionId?: string
  /** Neither being created nor being updated when last shown. */
  readonly settled: boolean
}

export type Version = {
  readonly number: number
  readonly madeBy: 'PublishVersion' | 'UpdateFunctionCode' | 'CreateFunction' | 'unseen'
  /** As the reply that made it showed it, without nulls. */
  readonly configuration: JsonObject
  /** How many notes there were when it was made, its own included. */
  readonly madeAt: number
  /** $LATEST's content when the version was made, where known. */
  readonly from?: Content
  /** Seen as neither Pending nor InProgress: from then on it does not change by itself. */
  readonly settled: boolean
  /** Once it is settled. */
  readonly revisionId?: string
}

/** An alias as it was last shown, by the reply that made or changed it or by a read. */
export type Alias = {
  readonly name: string
  /** The current one, unless a call since may have changed it. */
  readonly revisionId?: string
  readonly version?: string
  readonly description?: string
  /** Every RevisionId it was seen to have, oldest first. */
  readonly revisions: readonly string[]
  /** How many notes there were when it was last read, or made. */
  readonly readAt: number
}

/** The resource policy of the function, of a version or of an alias. */
export type Policy = {
  /** The ids of its statements, as last read and as added and removed since. */
  readonly statements: ReadonlySet<string>
  /** As GetPolicy showed it, unless a call since may have changed it. */
  readonly revisionId?: string
  /** Every RevisionId it was seen to have, oldest first. */
  readonly revisions: readonly string[]
  /** How many notes there were when it was last read, or its first statement was added. */
  readonly readAt: number
}

/** The page of a list that was answered last, where more pages follow it. */
export type Page = { readonly marker: string; readonly size: number }

export type FunctionState = {
  readonly name: string
  readonly existence: 'exists' | 'absent'
  /** Made in this trace under a name not seen before, so that everything about it is known. */
  readonly fromBirth: boolean
  /** A reply was lost or made no sense, or not all is seen: what the function holds cannot be told for certain. */
  readonly unclear: boolean
  readonly latest: Latest
  readonly versions: ReadonlyMap<number, Version>
  readonly deleted: ReadonlySet<number>
  readonly highest: number
  /** The version made last. */
  readonly last?: number
  /** Every RevisionId that $LATEST was seen to have, oldest first. */
  readonly revisions: readonly string[]
  /** Every CodeSha256 that $LATEST was seen to have, oldest first. */
  readonly hashes: readonly string[]
  readonly aliases: ReadonlyMap<string, Alias>
  /** By qualifier; the function's own under ''. One is here from its first statement on. */
  readonly policies: ReadonlyMap<string, Policy>
  /** The function that had this name before, where all of its life was seen. */
  readonly earlier?: FunctionState
  /** The step that last showed $LATEST in a read. */
  readonly readAt?: number
  readonly page?: Page
  readonly notes: readonly Note[]
  /** How many notes there were when $LATEST was last read, when the versions were last listed, when a version was last made. */
  readonly notesAt: { readonly read: number; readonly listed: number; readonly made: number }
}

type LayerVersion = { readonly number: number; readonly body: JsonObject }

export type LayerState = {
  readonly name: string
  readonly unclear: boolean
  readonly versions: ReadonlyMap<number, LayerVersion>
  readonly deleted: ReadonlySet<number>
  readonly highest: number
  readonly page?: Page
}

/** What is known of the subject, from its replies alone. */
export type State = {
  readonly steps: number
  /**
   * Nobody else has used or uses the functions and layers of the trace, and every call on them is in it: what it does
   * not show did not happen. False for a recording, where there may be other clients, an earlier life, and gaps.
   */
  readonly alone: boolean
  readonly functions: ReadonlyMap<string, FunctionState>
  readonly layers: ReadonlyMap<string, LayerState>
}

export const nothingKnown: State = {
  steps: 0,
  alone: true,
  functions: new Map(),
  layers: new Map(),
}

/** The beginning of a trace that is not the whole story. */
export const nothingCertain: State = { ...nothingKnown, alone: false }

export const newFunction = (name: string, fromBirth: boolean): FunctionState => ({
  name,
  existence: 'exists',
  fromBirth,
  unclear: !fromBirth,
  latest: { settled: false },
  versions: new Map(),
  deleted: new Set(),
  highest: 0,
  revisions: [],
  hashes: [],
  aliases: new Map(),
  policies: new Map(),
  notes: [],
  notesAt: { read: 0, listed: 0, made: 0 },
})

/**
 * A function under a name that another one had, whose deletion was seen: nothing about it is unknown, but for the number
 * its versions begin with (facts F112).
 */
export const bornAgain = (earlier: FunctionState): FunctionState => ({
  ...newFunction(earlier.name, false),
  unclear: false,
  earlier,
})

export const newLayer = (name: string, unclear: boolean): LayerState => ({
  name,
  unclear,
  versions: new Map(),
  deleted: new Set(),
  highest: 0,
})
