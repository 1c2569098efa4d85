import type { Report } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { subjectInWords } from '../text-options.ts'
import { baselineProblems } from './baseline-problems.ts'
import { catalogue } from './catalogue.ts'
import { failuresSection } from './failures.ts'
import { bytesOf, html, join, raw, type Markup } from './markup.ts'
import { masthead } from './masthead.ts'
import { runFacts } from './run-facts.ts'
import { asset, documentShell } from './shell.ts'
import { unjudgedSection } from './unjudged.ts'

/** In bytes. Larger pages are refused where reports are kept, and open slowly. */
export const pageLimit = 1_000_000

const catalogueRoom = 400_000
const unjudgedRoom = 60_000

const contents = (parts: readonly (readonly [id: string, words: string])[]): Markup =>
  html`<nav class="contents" aria-label="Contents">
    ${join(
      parts.map(([id, words]) => html`<a href="#${id}">${words}</a>`),
      '',
    )}
  </nav>`

const within = (part: Markup, room: number): Markup =>
  bytesOf(part) > room ? html`<p class="cut">Too long for this page: see the catalogue.</p>` : part

/** The report as one page that needs nothing else: the same report gives the same bytes, always under `pageLimit`. */
export const htmlPage = (report: Report): string => {
  const hasFailures = report.rules.some(({ failure }) => failure !== undefined)
  const places: readonly (readonly [string, string])[] = [
    ...(hasFailures ? [['failures', 'What failed'] as const] : []),
    ['rules', 'All rules'],
    ['run', 'The run'],
  ]
  const head = html`${masthead(report)}${baselineProblems(report)}`
  const rest = html`${within(unjudgedSection(report.rules), unjudgedRoom)}${catalogue(report.rules, catalogueRoom)}${runFacts(report)}`
  const page = (failures: Markup): string =>
    documentShell({
      title: `${sanitize(subjectInWords(report.subject), 120)}: lambda-conformance`,
      bar: contents(places),
      skipTo: places.map(([id, words]) => [id, `Skip to: ${words}`] as const),
      body: html`<main>${head}${failures}${rest}</main>`,
      styles: ['page.css', 'story.css', 'timeline.css', 'catalogue.css'].map(asset),
      scripts: [asset('page.js')],
    })
  const room = pageLimit - Buffer.byteLength(page(raw(''))) - 2_000
  return page(failuresSection(report, room))
}
