import { reveal } from '../report/sanitize.ts'
import type { Plan } from '../run/event.ts'

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const creates = ({ functions, layers, aliases }: Plan['creates']): string => {
  const parts = [
    ...(functions > 0 ? [counted(functions, 'function')] : []),
    ...(layers > 0 ? [counted(layers, 'layer')] : []),
    ...(aliases > 0 ? [aliases === 1 ? '1 alias' : `${aliases} aliases`] : []),
  ]
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}

/** The plan in one line, said before anything is sent. */
export const planLine = (plan: Plan, subject: string): string =>
  `${counted(plan.rules, 'rule')} on ${reveal(subject)}: about ${plan.expectedRequests} calls, ${plan.maxRequests} at most; creates up to ${creates(plan.creates)}, more only to shrink a failure; ${plan.profile}, seed ${plan.seed}`

/** The plan in full, for `--plan`. */
export const planText = (plan: Plan, subject: string, keep: boolean): string => {
  const { directed, random } = plan.programs
  const rows = [
    ['subject', reveal(subject)],
    ['rules', String(plan.rules)],
    ['profile', `${plan.profile}, seed ${plan.seed}`],
    ['programs', `${directed} directed, ${random} random`],
    [
      'calls',
      `about ${plan.expectedRequests} where the contract is kept; ${plan.maxRequests} at most, clean-up not counted`,
    ],
    [
      'creates',
      `up to ${creates(plan.creates)}; ${keep ? 'all of it stays (--keep)' : 'all of it is deleted at the end'}. Shrinking a failure makes more, one or two functions a try`,
    ],
  ] as const
  return `${rows.map(([label, text]) => `${label.padEnd(10)}${text}`).join('\n')}\nNothing was sent.\n`
}
