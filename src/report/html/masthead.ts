import type { Report } from '../report.ts'
import { deniedInWords } from '../denied.ts'
import { endingOf } from '../ending.ts'
import { leftoversLine, leftoversOf } from '../leftovers.ts'
import { percent } from '../percent.ts'
import { sanitize } from '../sanitize.ts'
import { subjectInWords } from '../text-options.ts'
import { counted, isJudged, unjudgedIn } from './labels.ts'
import { html, nothing, type Markup } from './markup.ts'

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
      <b>${judged === 0 ? '–' : percent(pass / judged)}</b>
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
      <b>${rules.length === 0 ? '–' : percent(judged / rules.length)}</b>
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
  const { subject, tool, edition, baseline, shard } = report
  const leftovers = leftoversOf(report)
  const lacking = deniedInWords(report)
  const { tone, word, says, detail, part } = endingOf(report)
  return html`<div class="masthead">
    <p class="eyebrow">
      AWS Lambda versioning · ${subject.kind} · edition ${edition} · ${tool.name}
      ${sanitize(tool.version, 40)}
    </p>
    <h1>${sanitize(subjectInWords(subject), 300)}</h1>
    <p class="outcome ${tone}">
      <b>${word}</b> ${says}${detail !== undefined && sanitize(detail, 400)}
    </p>
    ${
      part !== undefined &&
      html`<p class="warning">
        ${part}.${
          shard !== undefined &&
          html` <code>${tool.name} merge</code> makes one report of all shards.`
        }
      </p> `
    }${
      baseline === undefined
        ? nothing
        : html`<p>
            ${counted(baseline.tolerated, 'failure')} tolerated by
            <code>${sanitize(baseline.file, 200)}</code>.
          </p> `
    }${leftovers !== undefined && html`<p class="warning">${leftoversLine(leftovers)}.</p> `}${
      lacking !== undefined && html`<p class="warning">${sanitize(lacking, 2_000)}.</p> `
    }
    <dl class="figures">
      ${conformance(report, 'must')}${conformance(report, 'should')}${coverage(report)}
    </dl>
  </div> `
}
