import { reveal } from '../report/sanitize.ts'
import type { Plan } from '../run/event.ts'
import { whereRows, type Remote } from './remote.ts'

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** What is created, in words. */
export const creates = ({ functions, layers, aliases }: Plan['creates']): string => {
  const parts = [
    ...(functions > 0 ? [counted(functions, 'function')] : []),
    ...(layers > 0 ? [counted(layers, 'layer')] : []),
    ...(aliases > 0 ? [aliases === 1 ? '1 alias' : `${aliases} aliases`] : []),
  ]
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}

const inWords = (seconds: number): string =>
  seconds < 100 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`

/** How fast and how long, where there is a limit. */
export const paceInWords = ({ expectedRequests, maxRps }: Plan): string | undefined =>
  maxRps === undefined
    ? undefined
    : `${maxRps} a second at most: ${inWords(expectedRequests / maxRps)} or more`

/** The plan in one line, said before anything is sent. */
export const planLine = (plan: Plan, subject: string): string =>
  `${counted(plan.rules, 'rule')} on ${reveal(subject)}: about ${plan.expectedRequests} calls, ${plan.maxRequests} at most; creates up to ${creates(plan.creates)}, more only to shrink a failure; ${plan.profile}, seed ${plan.seed}`

/** The plan in full, for `--plan`. */
export const planText = (plan: Plan, subject: string, keep: boolean, remote?: Remote): string => {
  const { directed, random, atOnce } = plan.programs
  const pace = paceInWords(plan)
  const rows = [
    ['subject', subject],
    ...(remote === undefined ? [] : whereRows(remote)),
    ['rules', String(plan.rules)],
    ['profile', `${plan.profile}, seed ${plan.seed}`],
    [
      'programs',
      `${directed} directed, ${random} random${atOnce === 0 ? '' : `, ${atOnce} with ${plan.clients ?? 2} clients at once`}`,
    ],
    [
      'calls',
      `about ${plan.expectedRequests} where the contract is kept; ${plan.maxRequests} at most, clean-up not counted`,
    ],
    ...(pace === undefined ? [] : [['pace', pace] as const]),
    [
      'creates',
      `up to ${creates(plan.creates)}; ${keep ? 'all of it stays (--keep)' : 'all of it is deleted at the end'}. Shrinking a failure makes more, one or two functions a try`,
    ],
  ] as const
  return `${rows.map(([label, text]) => `${label.padEnd(10)}${reveal(text)}`).join('\n')}\nNothing was sent${remote === undefined ? '' : ', and no credentials were looked for: whose they are the run finds out'}.\n`
}
