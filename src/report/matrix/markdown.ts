import type { Level } from '../../../spec/rules/rule.ts'
import { breachInWords } from '../outcome.ts'
import { percent } from '../percent.ts'
import type { RuleReport } from '../report.ts'
import { code, details, fitting } from '../summary-markdown.ts'
import { countsInWords } from './counts.ts'
import { behaviours, groupTitles, type GroupName, type Row } from './group.ts'
import type { Matrix } from './matrix.ts'
import { noteInWords } from './notes.ts'
import { gateInWords, type Subject } from './subjects.ts'

/** Bytes for each part, far below GitHub's limit in all. */
const rooms = {
  notes: 4_000,
  contradicted: 12_000,
  differing: 7_000,
  failing: 5_000,
  surveyed: 6_000,
  breaches: 9_000,
  alike: 3_000,
} as const

/** A `|` ends a cell even within a code span, and a backslash before it is read in two ways: neither may stand there. */
const cellCode = (text: string, limit: number): string =>
  code(
    text.slice(0, limit).replace(/[^\w./:+-]/gu, (found) => {
      const point = found.codePointAt(0) ?? 0
      return `(${point.toString(16)})`
    }),
    limit,
  )

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const share = ({ report }: Subject, level: Exclude<Level, 'may'>): string => {
  const { conformance, [level]: counts } = report.summary
  const figure = conformance[level]
  return figure === null ? '–' : `${percent(figure)} (${counts.pass}/${counts.pass + counts.fail})`
}

/** Only figures and words of ours: names stand in the list above it. */
const figures = (subjects: readonly Subject[]): string =>
  [
    line(['', 'gate', 'must', 'should', 'coverage', 'edition', 'profile', 'seed', 'tool', 'date']),
    line(['---', '---', '--:', '--:', '--:', '---', '---', '--:', '---', '---']),
    ...subjects.map((subject) => {
      const { letter, report } = subject
      const { summary, edition, run, tool } = report
      return line([
        `**${letter}**`,
        gateInWords(subject),
        share(subject, 'must'),
        share(subject, 'should'),
        percent(summary.coverage),
        edition,
        run.profile ?? '–',
        run.seed?.toString() ?? '–',
        cellCode(tool.version, 40),
        cellCode(run.startedAt.slice(0, 10), 10),
      ])
    }),
  ].join('\n')

const verdictCell = (cell: RuleReport | undefined): string => {
  if (cell === undefined) return '–'
  switch (cell.verdict) {
    case 'pass':
      return '✓ pass'
    case 'fail':
      return `✗ **fail**${cell.baseline === undefined ? '' : ', tolerated'}`
    case 'harness-error':
      return '! harness error'
    case 'unsupported':
    case 'unexercised':
    case 'blocked':
    case 'undecided':
      return cell.verdict
    default:
      return cell.verdict satisfies never
  }
}

const more = (left: number): readonly string[] =>
  left === 0 ? [] : [`and ${left} more, in the HTML page`]

const section = (
  name: GroupName,
  rows: readonly Row[],
  blocks: readonly string[],
): readonly string[] =>
  rows.length === 0 ? [] : [`### ${groupTitles[name]} (${rows.length})`, ...blocks]

const table = (
  name: 'contradicted' | 'differing' | 'failing',
  { groups, subjects }: Matrix,
): readonly string[] => {
  const { shown, left } = fitting(
    groups[name].map(({ id, level, cells }) =>
      line([cellCode(id, 120), level, ...cells.map(verdictCell)]),
    ),
    rooms[name],
  )
  const head = [
    line(['rule', 'level', ...subjects.map(({ letter }) => letter)]),
    line(['---', '---', ...subjects.map(() => '---')]),
  ]
  return section(name, groups[name], [[...head, ...shown].join('\n'), ...more(left)])
}

const list = (lines: readonly string[], room: number): readonly string[] => {
  const { shown, left } = fitting(
    lines.map((each) => `- ${each}`),
    room,
  )
  return [...(shown.length === 0 ? [] : [shown.join('\n')]), ...more(left)]
}

/** What each subject does, where it was seen to do anything. */
const surveyed = ({ groups, subjects }: Matrix): readonly string[] => {
  const lines = groups.surveyed.map(({ id, cells }) => {
    const seen = cells.flatMap((cell, index) =>
      cell?.observed === undefined || cell.observed.length === 0
        ? []
        : [`${subjects[index]?.letter} ${code(behaviours(cell).join('; '), 160)}`],
    )
    return `${code(id, 120)}: ${seen.join(', ')}`
  })
  return section('surveyed', groups.surveyed, list(lines, rooms.surveyed))
}

const breaches = ({ groups, subjects }: Matrix): readonly string[] => {
  const lines = [...groups.contradicted, ...groups.failing, ...groups.differing].flatMap(
    ({ id, cells }) =>
      cells.flatMap((cell, index) =>
        cell?.verdict === 'fail'
          ? [`${code(id, 120)}, ${subjects[index]?.letter}: ${code(breachInWords(cell), 400)}`]
          : [],
      ),
  )
  return lines.length === 0 ? [] : [details('What came', list(lines, rooms.breaches))]
}

const alike = ({ groups }: Matrix): readonly string[] => {
  const ids = groups.alike.map(({ id }) => code(id, 120))
  const { shown, left } = fitting(ids, rooms.alike)
  const tail = left === 0 ? '' : `, and ${left} more, in the HTML page`
  return ids.length === 0
    ? []
    : [details(`${groupTitles.alike} (${ids.length})`, [`${shown.join(', ')}${tail}`])]
}

/** For a pull request or a wiki: Markdown of less than 60 KB, where no text of a report is more than text. */
export const matrixMarkdown = (matrix: Matrix): string => {
  const { subjects, notes } = matrix
  const blocks = [
    `## ${subjects.length} subjects compared`,
    countsInWords(matrix),
    subjects
      .map(
        ({ letter, name, report }) => `- **${letter}** ${code(name, 100)} (${report.subject.kind})`,
      )
      .join('\n'),
    figures(subjects),
    ...list(
      notes.map((note) => `Note: ${noteInWords(note, (value) => code(value, 60))}`),
      rooms.notes,
    ),
    ...table('contradicted', matrix),
    ...table('differing', matrix),
    ...table('failing', matrix),
    ...surveyed(matrix),
    ...breaches(matrix),
    ...alike(matrix),
  ]
  // Shown in the log of a step, it would be a command wherever it stands.
  return `${blocks.join('\n\n').replaceAll('##[', String.raw`##\u{5b}`)}\n`
}
