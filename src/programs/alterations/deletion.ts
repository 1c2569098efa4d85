import { giving, type Alteration } from './alteration.ts'

/** What a deletion names: each of these is no version, or none any more. */
export const deletionAlterations = {
  'latest-as-qualifier': giving({ Qualifier: '$LATEST' }),
  'alias-as-qualifier': (call, { fn }) => {
    const [name] = fn?.aliases.keys() ?? []
    return name === undefined ? undefined : { ...call, input: { ...call.input, Qualifier: name } }
  },
  'number-never-given': (call, { fn }) =>
    fn === undefined
      ? undefined
      : { ...call, input: { ...call.input, Qualifier: String(fn.highest + 1000) } },
  'deleted-layer-version': (call, { layer }) => {
    const number = [...(layer?.deleted ?? [])].at(-1)
    return number === undefined
      ? undefined
      : { ...call, input: { ...call.input, VersionNumber: number } }
  },
  'layer-version-0': giving({ VersionNumber: 0 }),
} as const satisfies Readonly<Record<string, Alteration>>
