import type { Failure, Report, RuleReport } from '../report.ts'
import { failureForms } from './failure.ts'
import { fit } from './fit.ts'
import { counted } from './labels.ts'
import { html, nothing, type Markup } from './markup.ts'

type FailedRule = RuleReport & { readonly failure: Failure }

const hasFailed = (rule: RuleReport): rule is FailedRule =>
  rule.verdict === 'fail' && rule.failure !== undefined

const isKnown = ({ baseline }: RuleReport): boolean => baseline !== undefined

type Group = { readonly title: string; readonly rules: readonly FailedRule[] }

/** What has to be looked at comes first: new ones before those that a baseline lists, `must` before `should`. */
const failureGroups = (rules: readonly RuleReport[]): readonly Group[] => {
  const failed = rules.filter(hasFailed)
  const anyKnown = failed.some(isKnown)
  return [false, true].flatMap((known) =>
    (['must', 'should', 'may'] as const).flatMap((level) => {
      const own = failed.filter((rule) => rule.level === level && isKnown(rule) === known)
      if (own.length === 0) return []
      const state = known ? 'tolerated by the baseline' : anyKnown ? 'new' : ''
      return [{ title: `${level}${state === '' ? '' : `, ${state}`}`, rules: own }]
    }),
  )
}

/** Every failure in at most `room` bytes; each group keeps its heading. */
export const failuresSection = (report: Report, room: number): Markup => {
  const groups = failureGroups(report.rules)
  if (groups.length === 0) return nothing
  const all = groups.flatMap(({ rules }) => rules)
  const fitted = fit(
    all.map((rule) => failureForms(report, rule, rule.failure)),
    room,
  )
  let taken = 0
  const shown = groups.map(({ title, rules }) => {
    const own = fitted.shown.slice(taken, taken + rules.length)
    taken += rules.length
    return html`<h3>${title} <span class="count">${rules.length}</span></h3>
      ${own}`
  })
  return html`<section id="failures" aria-labelledby="failures-title" tabindex="-1">
    <h2 id="failures-title">
      What failed <span class="count">${counted(all.length, 'rule')}</span>
    </h2>
    ${shown}${fitted.left > 0 && html`<p class="cut">and ${fitted.left} more, in <code>report.json</code></p>`}
  </section> `
}
