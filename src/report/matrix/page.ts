import { html, join, nothing, type Markup } from '../html/markup.ts'
import { asset, documentShell } from '../html/shell.ts'
import { sanitize } from '../sanitize.ts'
import { alikeSection } from './alike.ts'
import { countsInWords } from './counts.ts'
import { everyId, evidenceSection, type Evidence } from './evidence.ts'
import type { Matrix } from './matrix.ts'
import { noteInWords } from './notes.ts'
import { subjectTable } from './subject-table.ts'
import { matrixTable } from './table.ts'

/** In bytes. */
export const pageLimit = 1_000_000

const rooms = { table: 420_000, alike: 130_000 }

const places = [
  ['subjects', 'Subjects'],
  ['rules', 'Rules'],
  ['evidence', 'What came'],
  ['alike', 'The same on all'],
] as const

const masthead = (matrix: Matrix): Markup => {
  const { subjects, notes } = matrix
  return html`<div class="masthead">
    <p class="eyebrow">AWS Lambda versioning · lambda-conformance</p>
    <h1>${subjects.length} subjects compared</h1>
    <p>${countsInWords(matrix)}</p>
    ${
      notes.length > 0 &&
      html`<div class="outcome unclear notes" role="note">
        <b>The runs do not quite fit together</b>
        <ul>
          ${notes.map((note) => html`<li>${noteInWords(note)}</li>`)}
        </ul>
      </div>`
    }
  </div> `
}

/** The matrix as one page that needs nothing else: the same reports give the same bytes, always under `pageLimit`. */
export const matrixPage = (matrix: Matrix): string => {
  const names = matrix.subjects.map(({ name }) => sanitize(name, 40)).join(' · ')
  const head = html`${masthead(matrix)}${subjectTable(matrix.subjects)}`
  const alike = alikeSection(matrix, rooms.alike)
  const page = ({ section, told }: Evidence): string =>
    documentShell({
      title: `${sanitize(names, 120)}: lambda-conformance`,
      bar: html`<nav class="contents" aria-label="Contents">
        ${join(
          places.map(([id, words]) => html`<a href="#${id}">${words}</a>`),
          '',
        )}
      </nav>`,
      skipTo: places.map(([id, words]) => [id, `Skip to: ${words}`] as const),
      body: html`<main>${head}${matrixTable(matrix, told, rooms.table)}${section}${alike}</main>`,
      styles: ['page.css', 'story.css', 'catalogue.css', 'matrix.css'].map(asset),
      scripts: [asset('page.js'), asset('matrix.js')],
    })
  const within = (room: number): string => {
    const written = page(evidenceSection(matrix, room))
    const excess = Buffer.byteLength(written) - pageLimit + 1
    // Fewer links to it leave other rows in the table, which may then be longer.
    return excess <= 0 || room <= 0 ? written : within(room - excess - 1_000)
  }
  const bare = page({ section: nothing, told: everyId(matrix) })
  return within(pageLimit - Buffer.byteLength(bare) - 2_000)
}
