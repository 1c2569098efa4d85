import type { RuleId } from '../../generated/rule-ids.ts'
import type { Action } from '../programs/action.ts'
import { confirmationsOf } from './confirmations.ts'
import type { Plan } from './event.ts'
import {
  programList,
  randomProgramRequests,
  requestsOfPrograms,
  type ProgramList,
} from './program-list.ts'
import { actionsOf, originOf } from './replay-token.ts'
import type { RunOptions, Subject } from './options.ts'
import { selectRules } from './selection.ts'
import { settingsFor, type Settings } from './settings.ts'

/** A failure run again is one sequence, as often as it takes to see it fail. */
const replayList = (token: string, settings: Settings): ProgramList => {
  const again = { name: token, actions: actionsOf(originOf(token)) }
  const confirmations = confirmationsOf(settings, again.actions)
  return {
    probe: undefined,
    directed: Array.from({ length: confirmations + 1 }, () => again),
    random: [],
    races: [],
  }
}

export const planOf = (endpoint: string, settings: Settings, rules: readonly RuleId[]): Plan => {
  const { replay } = settings
  const { probe, directed, random, races } =
    replay === undefined ? programList(settings, rules) : replayList(replay, settings)
  const programs = [...(probe === undefined ? [] : [probe]), ...directed]
  const actions = [...programs, ...races].flatMap((program) => program.actions)
  const made = (operation: Action['operation']): number =>
    actions.filter((action) => action.operation === operation).length
  return {
    endpoint,
    seed: replay === undefined ? settings.seed : originOf(replay).seed,
    profile: settings.profile,
    rules: rules.length,
    programs: { directed: programs.length, random: random.length, atOnce: races.length },
    ...(races.length === 0 ? {} : { clients: settings.clients.atOnce }),
    creates: {
      functions: made('CreateFunction') + random.length * 2,
      layers: made('PublishLayerVersion') + random.length,
      aliases: made('CreateAlias') + random.length,
    },
    // One program more: a random one may be longer than most.
    expectedRequests:
      requestsOfPrograms([...programs, ...races]) +
      (random.length === 0 ? 0 : (random.length + 1) * randomProgramRequests),
    maxRequests: settings.maxRequests,
    ...(settings.maxRps === undefined ? {} : { maxRps: settings.maxRps }),
  }
}

/** What a run with these options would do; sends nothing. */
export const planRun = (subject: Subject, options: RunOptions = {}): Plan => {
  const settings = settingsFor(subject, options)
  const endpoint = 'driver' in subject ? subject.driver.endpoint : subject.endpoint
  const kind = 'client' in subject ? subject.client : 'endpoint'
  return planOf(
    endpoint,
    settings,
    selectRules(settings.edition, options.rules, options.skipRules, kind),
  )
}
