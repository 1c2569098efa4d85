import * as fc from 'fast-check'
import type { Action } from '../programs/action.ts'
import { anyActions } from '../programs/any-action.ts'
import { randomClientProgram, randomProgram } from '../programs/arbitrary.ts'
import { directedPrograms } from '../programs/directed.ts'
import { randomRace } from '../programs/race-arbitrary.ts'
import { raceNamed } from '../programs/races.ts'
import { UsageError } from './errors.ts'
import { maxSeed } from './settings.ts'

/**
 * Where a sequence of actions comes from: the first `length` actions of a program, shrunk along each of the paths in
 * turn. A program is named, or numbered where it was generated from the seed.
 */
export type Origin = {
  readonly seed: number
  readonly program: string
  readonly length: number
  readonly paths: readonly string[]
}

/** SEED:PROGRAM:LENGTH, then `:PATH` where shrunk; the paths of several rounds joined by ".". */
export const tokenOf = ({ seed, program, length, paths }: Origin): string =>
  [seed, program, length, ...(paths.length === 0 ? [] : [paths.join('.')])].join(':')

const pattern = /^(\d+):([a-z0-9-]+):(\d+)(?::(\d+(?::\d+)*(?:\.\d+(?::\d+)*)*))?$/

export const originOf = (token: string): Origin => {
  const [, seed, program, length, paths] = pattern.exec(token) ?? []
  if (seed === undefined || program === undefined || length === undefined) {
    throw new UsageError(
      `"${token}" is no replay token; give one as a failure prints it, such as 1823:repeat-publish:3`,
    )
  }
  if (Number(seed) > maxSeed) {
    throw new UsageError(
      `the seed of the replay token is over ${maxSeed}; give a token as a failure prints it`,
    )
  }
  return { seed: Number(seed), program, length: Number(length), paths: paths?.split('.') ?? [] }
}

const generated = /^(?:(c?)|r([2-8])-)(\d{1,6})$/

/**
 * The actions of a generated program: `7`; `c7` where a client makes the calls and faults come between; `r4-7` where up to
 * four clients call at once.
 */
export const randomActions = (seed: number, name: string): readonly Action[] => {
  const [, ofClient, clients, index = '0'] = generated.exec(name) ?? []
  const arbitrary =
    clients === undefined
      ? ofClient
        ? randomClientProgram
        : randomProgram
      : randomRace(Number(clients))
  // By its path: the programs before it need not be generated.
  return fc.sample(arbitrary, { seed, path: index, numRuns: 1 })[0] ?? []
}

const programActions = ({ seed, program }: Origin): readonly Action[] => {
  if (generated.test(program)) return randomActions(seed, program)
  const directed = directedPrograms.find(({ name }) => name === program) ?? raceNamed(program)
  if (directed === undefined) {
    throw new UsageError(
      `There is no program "${program}" in this release; replay with the release that printed it`,
    )
  }
  return directed.actions
}

/** The actions at the end of a shrink path, without running anything. */
const along = (actions: readonly Action[], path: string): readonly Action[] => {
  let found: readonly Action[] | undefined
  try {
    fc.check(
      fc.property(anyActions, (candidate) => {
        found = candidate
        return false
      }),
      { examples: [[[...actions]]], path: `0:${path}`, endOnFailure: true, numRuns: 1 },
    )
  } catch {
    // It says of a path that leads nowhere in its own words.
    found = undefined
  }
  if (found !== undefined) return found
  throw new UsageError(
    `The replay token's path "${path}" leads nowhere in this release; replay with the release that printed it`,
  )
}

const firstOf = (origin: Origin): readonly Action[] => {
  const actions = programActions(origin)
  if (origin.length <= actions.length) return actions.slice(0, origin.length)
  throw new UsageError(
    `The program "${origin.program}" has ${actions.length} actions in this release, not ${origin.length}; replay with the release that printed the token`,
  )
}

/** The actions that an origin names. */
export const actionsOf = (origin: Origin): readonly Action[] =>
  origin.paths.reduce(along, firstOf(origin))
