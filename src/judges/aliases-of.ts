import { text } from '../model/json.ts'
import type { Alias, FunctionState, Note } from '../model/state.ts'
import type { Answered } from './judge.ts'
import { isNoAnswer } from './replies.ts'
import { isWellFormed } from './well-formed.ts'

export const nameIn = ({ call }: { readonly call: Note['call'] }): string | undefined =>
  text(call.input, 'Name')

const isAliasCall = ({ call }: Note): boolean => call.operation.endsWith('Alias')

/** The function of the call, where everything about it is known. */
export const certain = ({ fn }: Answered): FunctionState | undefined =>
  fn !== undefined && fn.fromBirth && !fn.unclear && fn.existence === 'exists' ? fn : undefined

/** What a subject says of an operation that it does not have is no answer. */
export const isImplemented = ({ call, context }: Answered): boolean =>
  !context.unsupported.has(call.operation)

/** A call on a function about which everything is known, in which nothing but an alias can be found wanting. */
export const isPlainAliasCall = (answered: Answered): boolean =>
  certain(answered) !== undefined &&
  isWellFormed(answered) &&
  // How traffic is divided may be refused for reasons of its own (facts F094).
  answered.call.input['RoutingConfig'] === undefined &&
  !isNoAnswer(answered.reply) &&
  isImplemented(answered)

/** The alias that a call names, as it was known before. */
export const aliasOf = (answered: Answered): Alias | undefined =>
  certain(answered)?.aliases.get(nameIn(answered) ?? '')

/** Nothing was ever done under this name that could have made an alias. */
export const neverMade = (answered: Answered): boolean => {
  const fn = certain(answered)
  const name = nameIn(answered)
  return (
    fn !== undefined &&
    name !== undefined &&
    !fn.aliases.has(name) &&
    !fn.notes.some((note) => isAliasCall(note) && nameIn(note) === name && note.fate !== 'refused')
  )
}

/** What was done to the alias of this name since it was last read. */
export const notesOnAlias = (fn: FunctionState, alias: Alias): readonly Note[] =>
  fn.notes.slice(alias.readAt).filter((note) => isAliasCall(note) && nameIn(note) === alias.name)

/** The one call on the alias since it was last read, where there was exactly one and it was accepted. */
export const onlyNoteOn = (fn: FunctionState, alias: Alias): Note | undefined => {
  const notes = notesOnAlias(fn, alias)
  return notes.length === 1 && notes[0]?.fate === 'accepted' ? notes[0] : undefined
}

/** Whether the version that a call gives an alias is there, or none is given. */
export const versionIsThere = (answered: Answered): boolean => {
  const version = text(answered.call.input, 'FunctionVersion')
  return (
    version === undefined ||
    version === '$LATEST' ||
    certain(answered)?.versions.has(Number(version)) === true
  )
}

/** A number that no version ever had; one that was deleted is another case. */
export const versionWasNeverMade = (answered: Answered): boolean => {
  const version = text(answered.call.input, 'FunctionVersion')
  const highest = certain(answered)?.highest
  return version !== undefined && highest !== undefined && Number(version) > highest
}

export type AliasRevision =
  | 'absent'
  | 'unknown'
  | 'current'
  | 'stale'
  | 'functions'
  | 'versions'
  | 'other-aliases'
  | 'made-up'

/** How the RevisionId that an update gives stands to the alias's. */
export const aliasRevisionOf = (answered: Answered): AliasRevision => {
  const fn = certain(answered)
  const alias = aliasOf(answered)
  const given = text(answered.call.input, 'RevisionId')
  if (given === undefined) return 'absent'
  if (fn === undefined || alias?.revisionId === undefined) return 'unknown'
  if (given === alias.revisionId) return 'current'
  if (alias.revisions.includes(given)) return 'stale'
  if (fn.revisions.includes(given)) return 'functions'
  const versions = [...fn.versions.values()]
  if (versions.some(({ revisionId }) => revisionId === given)) return 'versions'
  const others = [...fn.aliases.values()]
  return others.some(({ revisions }) => revisions.includes(given)) ? 'other-aliases' : 'made-up'
}
