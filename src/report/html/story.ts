import { replayCommand } from '../replay-command.ts'
import type { Failure, Report, RuleReport } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { citationInWords } from '../words.ts'
import { contrast } from './contrast.ts'
import { html, type Markup } from './markup.ts'
import { shellBlock } from './shell-lines.ts'
import { steps, type StoryLimits } from './steps.ts'

/** What it stands on, and how sure it is. */
const grounds = (rule: RuleReport, failure: Failure, whole: string): Markup =>
  html`<dl class="facts">
    <dt>Source</dt>
    <dd>
      ${[rule.basis, ...rule.cites.slice(0, 12).map((cite) => sanitize(citationInWords(cite), 400))].join('; ')}
    </dd>
    <dt>Seen</dt>
    <dd>${sanitize(failure.seen, 40)} times, seed ${failure.seed}</dd>
    <dt>Signature</dt>
    <dd><code>${sanitize(failure.signature, 400)}</code></dd>
    <dt>File</dt>
    <dd><code>${whole}</code></dd>
  </dl>`

/** Everything about one failure, in the order in which it is understood. */
export const story = (
  report: Report,
  rule: RuleReport,
  failure: Failure,
  limits: StoryLimits,
): Markup => {
  const { whole } = limits
  // The title has just been read.
  const note = failure.explanation.replace(`${rule.title}.`, '').trim()
  const breach = html`${contrast(failure, 1_200)}${note !== '' && html`<p class="note">${sanitize(note, 1_500)}</p>`}`
  const shell = limits.shell
    ? html`${shellBlock('cURL', failure.curl, whole)}${shellBlock('AWS CLI', failure.awsCli, whole)}`
    : html`<p class="cut">
        Its cURL and AWS CLI lines are in <code>${whole}</code>; there was no more room on this
        page.
      </p>`
  return html`${steps(failure, breach, limits)}${grounds(rule, failure, whole)}
    <h5>Run it again</h5>
    ${shellBlock('Replay', [replayCommand(report, failure, rule.id)], whole)}${shell}`
}
