import { html, type Markup } from '../html/markup.ts'
import { percent } from '../percent.ts'
import type { RunVerdict } from '../verdict.ts'
import { sanitize } from '../sanitize.ts'
import { gateInWords, type Subject } from './subjects.ts'

export const subjectAnchor = (letter: string): string => `subject:${letter}`

const figure = ({ report }: Subject, level: 'must' | 'should'): Markup => {
  const share = report.summary.conformance[level]
  const { pass, fail } = report.summary[level]
  return html`<td class="number">
    ${share === null ? '–' : percent(share)}
    <span class="of">${share === null ? 'none judged' : `${pass} of ${pass + fail}`}</span>
  </td>`
}

const signs = {
  conforms: 'pass',
  violates: 'fail',
  untested: 'undecided',
  'harness-error': 'harness-error',
} as const satisfies Readonly<Record<RunVerdict['kind'], string>>

const row = (subject: Subject): Markup => {
  const { letter, name, verdict, report } = subject
  const { run, edition, tool, summary } = report
  return html`<tr id="${subjectAnchor(letter)}">
    <th scope="row">
      <b>${letter}</b> ${sanitize(name, 200)} <span class="of">${report.subject.kind}</span>
    </th>
    <td><span class="verdict ${signs[verdict]}">${gateInWords(subject)}</span></td>
    ${figure(subject, 'must')}${figure(subject, 'should')}
    <td class="number">${percent(summary.coverage)}</td>
    <td>${edition}</td>
    <td>${run.profile ?? '–'}</td>
    <td class="number">${run.seed ?? '–'}</td>
    <td>${sanitize(tool.version, 40)}</td>
    <td>${sanitize(run.startedAt.slice(0, 10), 10)}</td>
  </tr>`
}

const columns = [
  'Subject',
  'Gate',
  'Must',
  'Should',
  'Covered',
  'Edition',
  'Profile',
  'Seed',
  'Version',
  'Date',
] as const

/** What was judged and how: conformance and coverage are two figures, never one. */
export const subjectTable = (subjects: readonly Subject[]): Markup =>
  html`<section id="subjects" aria-labelledby="subjects-title" tabindex="-1">
    <h2 id="subjects-title">Subjects <span class="count">${subjects.length}</span></h2>
    <div class="box" role="region" aria-label="Subjects and their runs" tabindex="0">
      <table class="subjects">
        <thead>
          <tr>
            ${columns.map((title) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${subjects.map(row)}
        </tbody>
      </table>
    </div>
  </section> `
