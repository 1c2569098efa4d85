import type { RuleId } from '../../generated/rule-ids.ts'
import type { Action } from '../programs/action.ts'
import type { Plan } from './event.ts'
import { programsFor } from './explore.ts'
import type { RunOptions, Subject } from './options.ts'
import { selectRules } from './selection.ts'
import { settingsFor, type Settings } from './settings.ts'

/** A read after each call that a subject may answer before it has settled, and the clean-up of what was made. */
const requestsOf = (action: Action): number => {
  switch (action.operation) {
    case 'CreateFunction':
      return 3
    case 'UpdateFunctionCode':
    case 'UpdateFunctionConfiguration':
    case 'PublishLayerVersion':
      return 2
    default:
      return 1
  }
}

/** A random program calls about this often, clean-up included. */
const randomProgramRequests = 20

export const planOf = (endpoint: string, settings: Settings, rules: readonly RuleId[]): Plan => {
  const actions = programsFor(rules, settings.few).flatMap((program) => program.actions)
  const made = (operation: Action['operation']): number =>
    actions.filter((action) => action.operation === operation).length
  const directed = actions.reduce((sum, action) => sum + requestsOf(action), 0)
  const random = Math.max(0, Math.ceil((settings.explore - directed) / randomProgramRequests))
  return {
    endpoint,
    seed: settings.seed,
    profile: settings.profile,
    rules: rules.length,
    programs: { directed: programsFor(rules, settings.few).length, random },
    creates: {
      functions: made('CreateFunction') + random * 2,
      layers: made('PublishLayerVersion') + random,
      aliases: made('CreateAlias') + random,
    },
    expectedRequests: Math.max(directed, settings.explore + randomProgramRequests),
    maxRequests: settings.maxRequests,
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
