import type { JsonObject } from '../call.ts'
import { text } from '../model/json.ts'
import type { FunctionState, KnownAlias } from './function-state.ts'
import type { Reading } from './reading.ts'
import { loosened, noRevision, observed, type Revision } from './revision.ts'

const nameOf = ({ call }: Reading): string => text(call.input, 'Name') ?? ''

const fits = (known: string | undefined, shown: string | undefined): boolean =>
  known === undefined || shown === undefined || known === shown

/** With an alias as it is now. Whether that moves the RevisionId of `$LATEST` is advice only. */
const withAlias = (state: FunctionState, name: string, alias: KnownAlias): FunctionState => ({
  ...state,
  revision: loosened(state.revision),
  aliases: new Map(state.aliases).set(name, alias),
})

type Target = Pick<KnownAlias, 'version' | 'description'>

const targetIn = (value: JsonObject | undefined): Target => ({
  version: text(value, 'FunctionVersion'),
  description: text(value, 'Description'),
})

/** What an alias is after a call that asked for it was answered so; undefined where the answer shows something else. */
const agreed = (asked: Target, shown: Target): Target | undefined =>
  fits(asked.version, shown.version) && fits(asked.description, shown.description)
    ? {
        version: asked.version ?? shown.version,
        description: asked.description ?? shown.description,
      }
    : undefined

const renewedBy = ({ id }: Reading, { seen }: Revision): Revision =>
  id === undefined
    ? { current: undefined, loose: true, seen }
    : { current: id, loose: false, seen: seen | id }

/** That one is not made twice, nor for a version that is not there, is recorded and not documented. */
export const aliasCreated = (state: FunctionState, reading: Reading): readonly FunctionState[] => {
  const target = agreed(targetIn(reading.call.input), targetIn(reading.body))
  if (state.exists !== 'yes' || target === undefined) return []
  const revision = renewedBy(reading, { ...noRevision, seen: 0n })
  return [withAlias(state, nameOf(reading), { ...target, revision })]
}

const nobody: KnownAlias = { version: undefined, description: undefined, revision: noRevision }

const aliasIn = (state: FunctionState, name: string): KnownAlias | undefined =>
  state.exists === 'yes'
    ? (state.aliases.get(name) ?? (state.openAliases ? nobody : undefined))
    : undefined

/** What an update does not give stays as it was by advice only. */
export const aliasUpdated = (state: FunctionState, reading: Reading): readonly FunctionState[] => {
  const known = aliasIn(state, nameOf(reading))
  if (known === undefined) return []
  const { given } = reading
  const met = given === undefined ? known.revision : observed(known.revision, given)
  const target = agreed(targetIn(reading.call.input), targetIn(reading.body))
  if (met === undefined || target === undefined) return []
  return [withAlias(state, nameOf(reading), { ...target, revision: renewedBy(reading, met) })]
}

export const aliasRead = (state: FunctionState, reading: Reading): readonly FunctionState[] => {
  const name = nameOf(reading)
  const known = aliasIn(state, name)
  const target = known && agreed(known, targetIn(reading.body))
  const { id } = reading
  const revision = id === undefined ? known?.revision : known && observed(known.revision, id)
  if (target === undefined || revision === undefined) return []
  const loose = id === undefined && revision.loose
  const alias = { ...target, revision: { ...revision, loose } }
  return [{ ...state, aliases: new Map(state.aliases).set(name, alias) }]
}

export const aliasDeleted = (state: FunctionState, reading: Reading): readonly FunctionState[] => {
  const aliases = new Map(state.aliases)
  aliases.delete(nameOf(reading))
  return [{ ...state, aliases, revision: loosened(state.revision) }]
}

/** A permission may give the function and its aliases other RevisionIds, and counts as no change by advice only. */
export const permissionChanged = (state: FunctionState): readonly FunctionState[] => {
  if (state.exists !== 'yes') return []
  const aliases = new Map(
    [...state.aliases].map(([name, alias]) => [
      name,
      { ...alias, revision: loosened(alias.revision) },
    ]),
  )
  return [{ ...state, aliases, touched: true, revision: loosened(state.revision) }]
}
