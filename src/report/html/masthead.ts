import type { Report } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { subjectInWords } from '../text-options.ts'
import { verdictOf } from '../verdict.ts'
import { counted, isJudged, percent, unjudgedIn } from './labels.ts'
import { html, nothing, type Markup } from './markup.ts'

type Outcome = {
  readonly kind: 'good' | 'bad' | 'unclear'
  readonly words: string
  readonly detail: string
}

const levels = ({ gate }: Report): string => (gate?.failOn === 'should' ? 'must or should' : 'must')

/** How it ended at the gate. */
const outcomeOf = (report: Report): Outcome => {
  const failOn = report.gate?.failOn ?? 'must'
  const verdict = verdictOf(report, failOn)
  const below = failOn === 'must' ? report.summary.should.fail : 0
  switch (verdict.kind) {
    case 'conforms':
      return {
        kind: 'good',
        words: 'Conforms',
        detail: `No ${levels(report)} rule that was judged is violated${
          report.baseline === undefined ? '' : ' but by what the baseline lists'
        }${below > 0 ? `; ${counted(below, 'should rule')} failed` : ''}.`,
      }
    case 'violates': {
      const [failures, problems] = [verdict.rules.length, verdict.problems.length]
      const listed = report.baseline === undefined ? '' : ' that the baseline does not list'
      return {
        kind: 'bad',
        words:
          failures > 0
            ? `Violates ${counted(failures, `${levels(report)} rule`)}`
            : 'Not as the baseline says',
        detail: [
          ...(failures > 0 && listed !== '' ? [listed.trim()] : []),
          ...(problems > 0
            ? [
                counted(
                  problems,
                  'entry of the baseline is wrong',
                  'entries of the baseline are wrong',
                ),
              ]
            : []),
        ].join('; '),
      }
    }
    case 'untested':
      return { kind: 'unclear', words: 'Untested', detail: 'No rule could be judged.' }
    case 'harness-error':
      return {
        kind: 'unclear',
        words: 'Harness error',
        detail: `The harness failed on ${counted(verdict.rules.length, 'rule')}; the subject is not to blame.`,
      }
    default:
      return verdict satisfies never
  }
}

/** A strip whose parts are as long as the numbers are large; the numbers stand beside it as text. */
const strip = (parts: readonly (readonly [kind: string, count: number])[]): Markup => {
  const sum = parts.reduce((total, [, count]) => total + count, 0)
  let from = 0
  const rects = parts.map(([kind, count]) => {
    const [x, width] = [from, sum === 0 ? 0 : (count / sum) * 100]
    from += width
    return html`<rect class="${kind}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="4" />`
  })
  return html`<svg class="strip" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    ${rects}
  </svg>`
}

const conformance = ({ summary }: Report, level: 'must' | 'should'): Markup => {
  const { pass, fail } = summary[level]
  const judged = pass + fail
  return html`<div class="figure">
    <dt>Conforms, ${level}</dt>
    <dd>
      <b>${judged === 0 ? '–' : percent(pass, judged)}</b>
      <span
        >${
          judged === 0
            ? 'none was judged'
            : `${pass.toLocaleString('en-US')} of ${judged.toLocaleString('en-US')} judged rules`
        }</span
      >${strip([
        ['pass', pass],
        ['fail', fail],
      ])}
    </dd>
  </div>`
}

const coverage = ({ summary, rules }: Report): Markup => {
  const judged = rules.filter(isJudged).length
  const open = (['must', 'should', 'may'] as const)
    .map((level) => [level, unjudgedIn(summary[level])] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${count} ${level}`)
  return html`<div class="figure">
    <dt>Covered</dt>
    <dd>
      <b>${rules.length === 0 ? '–' : percent(judged, rules.length)}</b>
      <span
        >${judged.toLocaleString('en-US')} of ${counted(rules.length, 'rule')}
        judged${open.length > 0 && `; not: ${open.join(', ')}`}</span
      >${strip([
        ['judged', judged],
        ['open', rules.length - judged],
      ])}
    </dd>
  </div>`
}

/** What was judged, by what, how it ended, how far it conforms and how much of it was looked at. */
export const masthead = (report: Report): Markup => {
  const { subject, tool, edition, run, baseline } = report
  const { kind, words, detail } = outcomeOf(report)
  return html`<div class="masthead">
    <p class="eyebrow">
      AWS Lambda versioning · ${subject.kind} · edition ${edition} · ${tool.name}
      ${sanitize(tool.version, 40)}
    </p>
    <h1>${sanitize(subjectInWords(subject), 300)}</h1>
    <p class="outcome ${kind}"><b>${words}</b> ${detail}</p>
    ${
      baseline === undefined
        ? nothing
        : html`<p>
            ${counted(baseline.tolerated, 'failure')} tolerated by
            <code>${sanitize(baseline.file, 200)}</code>.
          </p> `
    }${
      run.resources.leaked > 0 &&
      html`<p class="warning">
        ${run.resources.leaked} of ${run.resources.created} resources were not deleted.
      </p> `
    }
    <dl class="figures">
      ${conformance(report, 'must')}${conformance(report, 'should')}${coverage(report)}
    </dl>
  </div> `
}
