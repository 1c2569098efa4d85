import { recordingInWords } from '../recording-words.ts'
import type { Report } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { html, type Markup } from './markup.ts'

const fact = (name: string, value: Markup | string): Markup =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`

const many = (count: number): string => count.toLocaleString('en-US')

const operations = ({ subject, run }: Report): Markup => {
  const names = Object.keys({ ...subject.operations, ...run.requestsByOperation }).slice(0, 60)
  const rows = names.map((name) => {
    const operation = name as keyof typeof subject.operations
    const state = subject.operations[operation] ?? 'not asked for'
    return html`<tr>
      <th scope="row">${sanitize(name, 80)}</th>
      <td>${many(run.requestsByOperation[operation] ?? 0)}</td>
      <td class="${state === 'unsupported' ? 'missing' : ''}">${state}</td>
    </tr>`
  })
  return html`<table class="operations">
    <caption>
      Requests by operation
    </caption>
    <thead>
      <tr>
        <th scope="col">Operation</th>
        <th scope="col">Requests</th>
        <th scope="col">State</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
}

/** The circumstances of the run: what somebody needs who wants to do it again, or who has to clean up after it. */
export const runFacts = (report: Report): Markup => {
  const { subject, run, tool, edition, gate } = report
  const recording = recordingInWords(report)
  const { created, deleted, leaked, kept = 0 } = run.resources
  const unsupported = Object.entries(subject.operations)
    .filter(([, state]) => state === 'unsupported')
    .map(([name]) => sanitize(name, 80))
  const startedAt = sanitize(run.startedAt, 40)
  return html`<section id="run" aria-labelledby="run-title" tabindex="-1">
    <h2 id="run-title">The run</h2>
    <dl class="run">
      ${[
        fact('Endpoint', html`<code>${sanitize(subject.endpoint, 300)}</code>`),
        ...(subject.command === undefined
          ? []
          : [fact('Command', html`<code>${sanitize(subject.command, 300)}</code>`)]),
        fact(
          'Server header',
          subject.serverHeader === undefined
            ? 'none'
            : html`<code>${sanitize(subject.serverHeader, 300)}</code>`,
        ),
        fact('Tool', `${tool.name} ${sanitize(tool.version, 40)}`),
        fact('Edition', edition),
        fact('Gate', gate?.failOn === 'should' ? 'must and should rules' : 'must rules'),
        ...(recording === undefined ? [] : [fact('Judged', html`<code>${recording}</code>`)]),
        ...(run.profile === undefined ? [] : [fact('Profile', run.profile)]),
        ...(run.seed === undefined ? [] : [fact('Seed', html`<code>${run.seed}</code>`)]),
        fact(
          'Started',
          html`<time datetime="${startedAt}"
            >${startedAt.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')}</time
          >`,
        ),
        fact('Duration', `${(run.durationMs / 1_000).toFixed(1)} s`),
        fact('Requests', many(run.requests)),
        fact(
          'Resources',
          `${many(created)} created, ${many(deleted)} deleted, ${many(leaked)} left behind${kept > 0 ? `, ${many(kept)} kept` : ''}`,
        ),
        fact(
          'Not implemented',
          unsupported.length === 0 ? 'nothing that was asked for' : unsupported.join(', '),
        ),
      ]}
    </dl>
    ${operations(report)}
  </section> `
}
