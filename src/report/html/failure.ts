import { failureFileName } from '../failure-file.ts'
import type { Failure, Report, RuleReport } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { contrast } from './contrast.ts'
import type { Forms } from './fit.ts'
import { failureAnchor, ruleAnchor, ruleHref, verdictMark, webLink } from './labels.ts'
import { html, type Markup } from './markup.ts'
import type { StoryLimits } from './steps.ts'
import { story } from './story.ts'

/** What a baseline says of it, if it does. */
const tolerated = ({ baseline }: RuleReport): Markup | undefined =>
  baseline &&
  html`<p class="tolerated">
    <b>Tolerated</b> by the baseline${baseline.kind === 'flaky' && ' as flaky'}:
    ${sanitize(
      baseline.reason,
      400,
    )}${baseline.issue !== undefined && html` (${webLink(baseline.issue)})`}${
      baseline.expires !== undefined && `, until ${sanitize(baseline.expires, 20)}`
    }
  </p>`

const heading = (rule: RuleReport, failure: Failure): Markup =>
  html`<summary>
    <span class="tags"
      >${verdictMark('fail')} <span class="level ${rule.level}">${rule.level}</span></span
    ><span class="what"
      ><h4>${sanitize(rule.title, 300)}</h4>
      <code class="id">${ruleAnchor(rule.id)}</code
      ><span class="gist">got <q>${sanitize(failure.actual, 120)}</q></span></span
    >
  </summary>`

const opened = (rule: RuleReport, failure: Failure, content: Markup): Markup =>
  html`<details class="failure" id="${failureAnchor(rule.id)}">
    ${heading(rule, failure)}
    <div class="story">
      ${tolerated(rule)}${content}
      <p class="back"><a href="${ruleHref(rule.id)}">In the catalogue</a></p>
    </div>
  </details> `

const mostSteps = 60

/** Room for the bodies on the way to the breach, shared by their calls; the breach itself is told at length. */
const wayLimit = (calls: number): number =>
  Math.min(4_000, Math.max(500, Math.floor(30_000 / Math.max(1, calls * 2))))

/** A failure at four lengths: its whole story, the short of it, what was expected and what came, its name. */
export const failureForms = (report: Report, rule: RuleReport, failure: Failure): Forms => {
  const { id } = rule
  const whole = `failures/${failureFileName(id)}`
  const way = wayLimit(Math.min(mostSteps, failure.steps.length))
  const told = (limits: Omit<StoryLimits, 'whole'>): Markup =>
    opened(rule, failure, story(report, rule, failure, { ...limits, whole }))
  return [
    () => told({ way, breach: 6_000, steps: mostSteps, drawn: mostSteps, shell: true }),
    () => told({ way: 400, breach: 1_200, steps: 6, drawn: 16, shell: false }),
    () =>
      opened(
        rule,
        failure,
        html`${contrast(failure, 400)}
          <p class="cut">
            The calls are in <code>${whole}</code>; there was no more room on this page.
          </p>`,
      ),
    () =>
      html`<p class="failure bare" id="${failureAnchor(id)}">
        ${verdictMark('fail')} ${rule.level} <code>${ruleAnchor(id)}</code>: <code>${whole}</code>
      </p>`,
  ]
}
