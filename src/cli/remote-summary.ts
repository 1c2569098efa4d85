import { sweepFor } from '../ledger/directory.ts'
import { reveal } from '../report/sanitize.ts'
import type { Plan } from '../run/event.ts'
import { creates, paceInWords } from './plan-text.ts'
import { whereRows, type Remote } from './remote.ts'

/** What will happen on another machine, said before it does. */
export const remoteSummary = (
  remote: Remote,
  plan: Plan,
  { keep, ledger }: { readonly keep: boolean; readonly ledger: string },
): string => {
  const pace = paceInWords(plan)
  const rows = [
    ...whereRows(remote),
    [
      'calls',
      `about ${plan.expectedRequests}${pace === undefined ? '' : `, ${pace}`}; never more than ${plan.maxRequests}, clean-up not counted`,
    ],
    [
      'creates',
      `up to ${creates(plan.creates)}, named lambda-conformance-*, more only to shrink a failure; ${keep ? 'all of it stays (--keep)' : 'all of it is deleted'}. No function is invoked`,
    ],
    [
      'ledger',
      `${ledger} lists what is created until it is deleted; after a kill: ${sweepFor(ledger)} --allow-remote`,
    ],
  ] as const
  const lines = rows.map(([label, text]) => `  ${label.padEnd(9)}${reveal(text)}`)
  return `This run goes to another machine:\n${lines.join('\n')}\n`
}
