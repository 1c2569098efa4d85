import { text } from '../model/json.ts'
import type { FunctionState, LayerState } from '../model/state.ts'
import type { DescriptionChoice, HashChoice, RevisionChoice, VersionChoice } from './action.ts'
import type { Bindings } from './bindings.ts'

/** The alias that programs make unless they say otherwise. */
export const aliasName = 'live'

const descriptions = { one: 'one description', other: 'another description', empty: '' } as const

export const describe = (choice: DescriptionChoice): string =>
  typeof choice === 'number' ? 'd'.repeat(choice) : descriptions[choice]

const ascending = (numbers: Iterable<number>): readonly number[] =>
  [...numbers].toSorted((a, b) => a - b)

export const versionOf = (fn: FunctionState, choice: VersionChoice): string | undefined => {
  switch (choice) {
    case 'first':
      return ascending(fn.versions.keys())[0]?.toString()
    case 'last':
      return ascending(fn.versions.keys()).at(-1)?.toString()
    case 'deleted':
      return [...fn.deleted].at(-1)?.toString()
    default:
      return choice satisfies never
  }
}

export const layerVersionOf = (
  layer: LayerState | undefined,
  choice: 'first' | 'last',
): number | undefined => ascending(layer?.versions.keys() ?? []).at(choice === 'first' ? 0 : -1)

const flipCase = (value: string): string =>
  value.replace(/[a-zA-Z]/g, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()))

export const revisionOf = (
  choice: RevisionChoice,
  fn: FunctionState,
  other: FunctionState | undefined,
  bindings: Bindings,
): string | undefined => {
  const current = fn.latest.revisionId
  const newestUnlikeCurrent = (ids: Iterable<string | undefined>): string | undefined =>
    current === undefined
      ? undefined
      : [...ids].findLast((id) => id !== undefined && id !== current)
  switch (choice) {
    case 'current':
      return current
    case 'stale':
      return newestUnlikeCurrent(fn.revisions)
    case 'oldest':
      return newestUnlikeCurrent(fn.revisions.slice(0, 1))
    case 'part':
      return current?.slice(0, 8)
    case 'other-case':
      return current === undefined ? undefined : newestUnlikeCurrent([flipCase(current)])
    case 'empty':
      return ''
    case 'made-up':
      return bindings.madeUpRevision
    case 'other-function':
      return newestUnlikeCurrent([other?.latest.revisionId])
    case 'version':
      return newestUnlikeCurrent([...fn.versions.values()].map(({ revisionId }) => revisionId))
    case 'alias':
      return newestUnlikeCurrent([...fn.aliases.values()].map(({ revisionId }) => revisionId))
    default:
      return choice satisfies never
  }
}

export const hashOf = (choice: HashChoice, fn: FunctionState): string | undefined => {
  const current = text(fn.latest.configuration, 'CodeSha256')
  if (current === undefined) return undefined
  const unlikeCurrent = (hash: string | undefined) => (hash === current ? undefined : hash)
  switch (choice) {
    case 'current':
      return current
    case 'wrong':
      return Buffer.alloc(32, 7).toString('base64')
    case 'previous':
      return fn.hashes.findLast((hash) => hash !== current)
    case 'last-published': {
      const version = fn.last === undefined ? undefined : fn.versions.get(fn.last)
      return unlikeCurrent(text(version?.configuration, 'CodeSha256'))
    }
    case 'other-case':
      return unlikeCurrent(flipCase(current))
    case 'part':
      return current.slice(0, 10)
    case 'hex':
      return unlikeCurrent(Buffer.from(current, 'base64').toString('hex'))
    case 'empty':
      return ''
    default:
      return choice satisfies never
  }
}
