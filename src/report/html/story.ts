import { replayCommand } from '../replay-command.ts'
import type { Failure, Report, RuleReport } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { isRace } from '../timeline-places.ts'
import { citationInWords, seenInWords } from '../words.ts'
import { contrast } from './contrast.ts'
import { html, nothing, type Markup } from './markup.ts'
import { shellBlock } from './shell-lines.ts'
import { steps, type StoryLimits } from './steps.ts'
import { timelineFigure } from './timeline.ts'

/** What it stands on, and how sure it is. */
const grounds = (rule: RuleReport, failure: Failure, whole: string): Markup =>
  html`<dl class="facts">
    <dt>Source</dt>
    <dd>
      ${[rule.basis, ...rule.cites.slice(0, 12).map((cite) => sanitize(citationInWords(cite), 400))].join('; ')}
    </dd>
    <dt>Seen</dt>
    <dd>
      ${seenInWords(failure)}${failure.seed !== undefined && `${isRace(failure.steps) ? '; ' : ', '}seed ${failure.seed}`}
    </dd>
    <dt>Signature</dt>
    <dd><code>${sanitize(failure.signature, 400)}</code></dd>
    <dt>File</dt>
    <dd><code>${whole}</code></dd>
  </dl>`

/** The same requests for a shell; it sends one after the other, so of a race there are none. */
const shellLines = (
  { curl, awsCli, steps: all }: Failure,
  { shell, whole }: StoryLimits,
): Markup => {
  if (isRace(all))
    return html`<p class="note">
      There are no cURL and AWS CLI lines: sent one after the other, the calls would show nothing.
    </p>`
  if (curl.length === 0 && awsCli.length === 0) return nothing
  return shell
    ? html`${shellBlock('cURL', curl, whole)}${shellBlock('AWS CLI', awsCli, whole)}`
    : html`<p class="cut">
        Its cURL and AWS CLI lines are in <code>${whole}</code>; there was no more room on this
        page.
      </p>`
}

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
  const [onTop, inSteps] = isRace(failure.steps)
    ? [html`${breach}${timelineFigure(failure, { whole, calls: limits.drawn })}`, nothing]
    : [nothing, breach]
  return html`${onTop}${steps(failure, inSteps, limits)}${grounds(rule, failure, whole)}
    <h5>Run it again</h5>
    ${shellBlock('Replay', [replayCommand(report, failure, rule.id)], whole)}${shellLines(failure, limits)}`
}
