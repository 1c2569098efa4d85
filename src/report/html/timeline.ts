import type { Failure } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { tickInWords } from '../timeline-axis.ts'
import { whenIn, whoIn } from '../timeline-places.ts'
import { impossibleInWords, timelineOf, type Bar, type Timeline } from '../timeline.ts'
import { callsInWords, clientsInWords } from '../words.ts'
import { counted } from './labels.ts'
import { html, nothing, type Markup } from './markup.ts'
import { timelineSvg } from './timeline-svg.ts'

/** The time of a client's call; of what came before and after only the order matters. */
export const timeOf = (bar: Pick<Bar, 'phase' | 'from' | 'to'>): string =>
  bar.phase === 'client' || bar.phase === 'alone' ? `${whenIn(bar)} ms` : ''

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const row = (bar: Bar): Markup =>
  html`<tr class="${bar.impossible && 'impossible'}">
    <th scope="row">${bar.number}${bar.impossible && html` <b>✗</b>`}</th>
    <td class="who">${whoIn(bar)}</td>
    <td class="when">${timeOf(bar)}</td>
    <td class="asked">${bar.call}</td>
    <td class="answer">→ ${bar.answer}</td>
  </tr>`

/** Every word of the picture, and what the picture has no room for. */
const table = ({ bars, left }: Timeline, whole: string): Markup =>
  html`<table class="calls">
      <caption class="unseen">
        The calls of the race in the order of their replies; ✗ marks those that cannot all be true
      </caption>
      <thead>
        <tr>
          <th scope="col">Call</th>
          <th scope="col">By</th>
          <th scope="col">From–to</th>
          <th scope="col">Asked</th>
          <th scope="col">Answered</th>
        </tr>
      </thead>
      <tbody>
        ${bars.map(row)}
      </tbody>
    </table>
    ${left > 0 && html`<p class="cut">and ${counted(left, 'call')} more, in <code>${whole}</code></p>`}`

/** What the signs of the picture mean, as far as they are in it. */
const key = ({ bars, revisions, axis }: Timeline): Markup => {
  const given = bars.flatMap(({ labels }) => / if (\w+) →/.exec(labels[0] ?? '')?.[1] ?? [])[0]
  const folded = axis.folds.map(({ from, to }) => `${tickInWords(Math.round(to - from))} ms`)
  const hasCode = bars.some(({ call, answer }) => `${call} ${answer}`.includes('code '))
  const items = [
    ...(given === undefined
      ? []
      : [
          html`<b>if ${given}</b> the call is to take effect only while the RevisionId is ${given}`,
        ]),
    ...(revisions.length === 0
      ? []
      : [
          html`<b>RevisionIds</b> ${revisions.map(
              ({ letter, id }, index) => html`${index > 0 && ', '}${letter} = <code>${id}…</code>`,
            )}`,
        ]),
    ...(hasCode ? [html`<b>code</b> the first characters of its CodeSha256`] : []),
    ...(folded.length === 0
      ? []
      : [
          html`<b>≈</b> ${folded.join(' and ')} left out, in which nothing began and nothing ended`,
        ]),
  ]
  return items.length === 0
    ? nothing
    : html`<ul class="key">
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>`
}

/** Where the whole of a failure is, and how many of its calls are drawn. */
type TimelineLimits = { readonly whole: string; readonly calls: number }

/** Who called when, of a failure in which several clients called at once; of any other nothing. */
export const timelineFigure = (failure: Failure, { whole, calls }: TimelineLimits): Markup => {
  const timeline = timelineOf(failure, calls)
  if (timeline === undefined) return nothing
  const who = clientsInWords(failure.steps)
  const why = impossibleInWords(timeline.bars)
  // The name of its file: made of letters, digits and dashes, whatever the rule is called.
  const id = whole.replace(/^.*\/|\.json$/g, '')
  const ids = { title: `timeline-${id}`, description: `timeline-of-${id}` }
  const title = `Timeline: ${who}`
  const description = [
    `${sanitize(callsInWords(failure.steps), 1_000)}.`,
    ...(why === undefined ? [] : [sentence(why)]),
    'The table below has every call with its times.',
  ].join(' ')
  return html`<figure class="timeline">
    <figcaption>
      <b>${who}.</b> A bar goes from a call to its reply; what stands one above the other was under
      way at the same moment.
    </figcaption>
    <div class="scroll" tabindex="0" role="group" aria-label="${title}">
      ${timelineSvg(timeline, ids, { title, description })}
    </div>
    ${why !== undefined && html`<p class="why"><b>✗</b> ${sentence(why)}</p>`}${key(timeline)}${table(timeline, whole)}
  </figure>`
}
