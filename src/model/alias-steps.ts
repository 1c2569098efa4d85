import type { JsonObject } from '../call.ts'
import { appended, without } from './function-steps.ts'
import { text } from './json.ts'
import type { Alias, FunctionState } from './state.ts'

/** As a reply shows it; what the reply leaves out is not known any more. */
const shown = (known: Alias | undefined, name: string, body: JsonObject, readAt: number): Alias => {
  const revisionId = text(body, 'RevisionId')
  const version = text(body, 'FunctionVersion')
  const description = text(body, 'Description')
  return {
    name,
    ...(revisionId === undefined ? {} : { revisionId }),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    revisions: appended(known?.revisions ?? [], revisionId),
    readAt,
  }
}

const withAlias = (fn: FunctionState, alias: Alias): FunctionState => ({
  ...fn,
  aliases: new Map(fn.aliases).set(alias.name, alias),
})

/** After CreateAlias or UpdateAlias. */
export const afterAlias = (fn: FunctionState, body: JsonObject): FunctionState => {
  const name = text(body, 'Name')
  if (name === undefined) return fn
  const known = fn.aliases.get(name)
  return withAlias(fn, shown(known, name, body, known?.readAt ?? fn.notes.length))
}

/** What a read shows counts from now on, right or wrong: a breach is laid to the calls before it, and to no later ones. */
export const afterReadAlias = (fn: FunctionState, body: JsonObject): FunctionState => {
  const name = text(body, 'Name')
  return name === undefined
    ? fn
    : withAlias(fn, shown(fn.aliases.get(name), name, body, fn.notes.length))
}

export const afterDeleteAlias = (fn: FunctionState, name: string): FunctionState => ({
  ...fn,
  aliases: without(fn.aliases, name),
  policies: without(fn.policies, name),
})
