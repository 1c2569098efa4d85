import type { RuleId } from '../../generated/rule-ids.ts'
import type { Action, Program } from '../programs/action.ts'
import { directedPrograms } from '../programs/directed.ts'
import { programsOf, programsOfDearClients } from '../programs/programs-of.ts'
import { isRace, racesFor, racesOfLuck } from '../programs/races.ts'
import { randomActions } from './replay-token.ts'
import { areaOf } from './selection.ts'
import type { Settings } from './settings.ts'

/** One of several runs that together make a whole one; `index` counts from 1. */
export type Shard = { readonly index: number; readonly of: number }

/** The programs of a run, in the order in which they are carried out. */
export type ProgramList = {
  /** Tells what the subject implements: every shard carries it out, and the first one counts it. */
  readonly probe: Program | undefined
  readonly directed: readonly Program[]
  /** Numbers of the random programs. */
  readonly random: readonly number[]
  /** What several clients do at once, last of all. */
  readonly races: readonly Program[]
}

/** Calls of an action on a subject that settles at once, clean-up included. */
const requestsOf = ({ operation }: Action): number =>
  operation === 'CreateFunction' || operation === 'PublishLayerVersion' ? 2 : 1

/** A random program calls about this often, clean-up included. */
export const randomProgramRequests = 17

/** Behind calls made at the same moment, what they have left is read. */
const requestsOfReading = ({ actions }: Program): number => (isRace(actions) ? 1 : 0)

export const requestsOfPrograms = (programs: readonly Program[]): number =>
  programs.flatMap(({ actions }) => actions).reduce((sum, action) => sum + requestsOf(action), 0) +
  programs.reduce((sum, program) => sum + requestsOfReading(program), 0)

/** What part of the requests goes into directed races; the rest is for random ones. */
const directedPart = 0.7

/** The directed races, some of them again and again, and then random ones until their part of the requests is spent. */
const racesOf = (
  { clients: { atOnce }, raceRequests, seed }: Pick<Settings, 'clients' | 'raceRequests' | 'seed'>,
  rules: readonly RuleId[],
): readonly Program[] => {
  if (atOnce < 2 || !rules.some((rule) => areaOf(rule) === 'concurrency')) return []
  const races = [...racesFor(atOnce)]
  const again = racesOfLuck(atOnce)
  while (requestsOfPrograms([...races, ...again]) <= raceRequests * directedPart) {
    races.push(...again)
  }
  let left = raceRequests - requestsOfPrograms(races)
  for (let index = 0; left > 0; index += 1) {
    const name = `r${atOnce}-${index}`
    const race = { name, actions: randomActions(seed, name) }
    races.push(race)
    left -= requestsOfPrograms([race])
  }
  return races
}

/**
 * The directed programs that exercise the areas of the chosen rules; always the first one. Those about clients come next:
 * they take the longest.
 */
const directedFor = (rules: readonly RuleId[], few: boolean): readonly Program[] => {
  const areas = new Set(rules.map(areaOf))
  const wanted = new Set<string>(
    few ? programsOfDearClients : [...areas].flatMap((area) => programsOf[area]),
  )
  const ofClients = new Set<string>(programsOf.client)
  const [first, ...others] = directedPrograms
  return [
    ...(first === undefined ? [] : [first]),
    ...others.filter(({ name }) => wanted.has(name) && ofClients.has(name)),
    ...others.filter(({ name }) => wanted.has(name) && !ofClients.has(name)),
  ]
}

const inShard =
  (shard: Shard | undefined) =>
  (_item: unknown, position: number): boolean =>
    shard === undefined || position % shard.of === shard.index - 1

/**
 * What a run carries out follows from the rules, the profile and the shard alone, never from what the subject answers: else
 * the shards of a run would not add up to it, and a slow subject would be asked less than a fast one.
 */
export const programList = (
  {
    explore,
    few,
    shard,
    ...settings
  }: Pick<Settings, 'explore' | 'few' | 'shard' | 'clients' | 'raceRequests' | 'seed'>,
  rules: readonly RuleId[],
): ProgramList => {
  const all = directedFor(rules, few)
  const [probe, ...directed] = all
  // Where nothing else is asked for than what holds at the same moment, calls one after another show nothing.
  const isOfRacesAlone = rules.every((rule) => areaOf(rule) === 'concurrency')
  const left = isOfRacesAlone ? 0 : explore - requestsOfPrograms(all)
  const random = Math.max(0, Math.ceil(left / randomProgramRequests))
  return {
    probe,
    directed: directed.filter(inShard(shard)),
    random: Array.from({ length: random }, (_, index) => index).filter(inShard(shard)),
    races: racesOf(settings, rules).filter(inShard(shard)),
  }
}
