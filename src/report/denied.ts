import type { Report } from './report.ts'

/** Why a rule was not judged that needs what the caller may not do. */
export const notPermitted = (action: string): string =>
  `${action} is not permitted (403 AccessDeniedException)`

const counted = (count: number): string => `${count} ${count === 1 ? 'rule' : 'rules'}`

/** What the caller lacks, and what that costs: one line, or none. */
export const deniedInWords = ({ subject, rules }: Report): string | undefined => {
  const actions = [...new Set((subject.denied ?? []).map(({ action }) => action))]
  if (actions.length === 0) return undefined
  const each = actions.map((action) => {
    const blocked = rules.filter(
      ({ verdict, reason }) => verdict === 'blocked' && reason === notPermitted(action),
    )
    return blocked.length === 0 ? action : `${action} (blocks ${counted(blocked.length)})`
  })
  return `not permitted: ${each.join(', ')}; lambda-conformance iam-policy prints what a run needs`
}
