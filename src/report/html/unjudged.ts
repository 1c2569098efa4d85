import type { RuleReport } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { counted, isJudged, ruleAnchor, ruleHref, verdictMark, verdictNames } from './labels.ts'
import { html, join, nothing, type Markup } from './markup.ts'

/** More causes, or more rules of one cause, are in the catalogue. */
const [mostCauses, mostRules] = [60, 12]

type Cause = { readonly reason: string; readonly rules: readonly RuleReport[] }

/** One root cause is one entry, the one that keeps most from being judged first. */
const causesOf = (rules: readonly RuleReport[]): readonly Cause[] => {
  const byReason = new Map<string, RuleReport[]>()
  for (const rule of rules) {
    const reason = sanitize(rule.reason ?? 'no reason given', 300)
    const own = byReason.get(reason)
    if (own === undefined) byReason.set(reason, [rule])
    else own.push(rule)
  }
  return Array.from(byReason, ([reason, own]) => ({ reason, rules: own })).toSorted(
    (one, other) => other.rules.length - one.rules.length,
  )
}

const causeMarkup = ({ reason, rules }: Cause): Markup => {
  const links = rules
    .slice(0, mostRules)
    .map(({ id }) => html`<a href="${ruleHref(id)}">${ruleAnchor(id)}</a>`)
  const more = rules.length - mostRules
  return html`<li>
    <details>
      <summary>${reason} <span class="count">${rules.length}</span></summary>
      <p>${join(links, ', ')}${more > 0 && ` and ${more} more`}</p>
    </details>
  </li>`
}

/** Rules that are neither passed nor failed, and why. */
export const unjudgedSection = (rules: readonly RuleReport[]): Markup => {
  const open = rules.filter((rule) => !isJudged(rule))
  if (open.length === 0) return nothing
  const groups = verdictNames.flatMap((verdict) => {
    const own = open.filter((rule) => rule.verdict === verdict)
    if (own.length === 0) return []
    const causes = causesOf(own)
    const more = causes.length - mostCauses
    return [
      html`<div class="unjudged">
        <p>${verdictMark(verdict)} ${counted(own.length, 'rule')}</p>
        <ul>
          ${causes
            .slice(0, mostCauses)
            .map(
              causeMarkup,
            )}${more > 0 && html`<li>and ${more} more reasons, in the catalogue</li>`}
        </ul>
      </div>`,
    ]
  })
  return html`<section aria-labelledby="unjudged-title">
    <h2 id="unjudged-title">
      What was not judged <span class="count">${counted(open.length, 'rule')}</span>
    </h2>
    ${groups}
  </section> `
}
