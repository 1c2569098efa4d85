import { areaOf } from '../html/labels.ts'
import type { Report, RuleReport } from '../report.ts'
import { distance, groupOf, type GroupName, type Row } from './group.ts'
import { notesOn, type Note } from './notes.ts'
import { subjectsOf, type Source, type Subject } from './subjects.ts'

export type Matrix = {
  readonly subjects: readonly Subject[]
  /** Where the runs do not fit together. */
  readonly notes: readonly Note[]
  /** By area; within one, those first on which the subjects differ most. */
  readonly groups: Readonly<Record<GroupName, readonly Row[]>>
  /** Number of rules in any report. */
  readonly size: number
}

const rulesById = (report: Report): ReadonlyMap<string, RuleReport> => {
  const rules = new Map<string, RuleReport>()
  for (const rule of report.rules) if (!rules.has(rule.id)) rules.set(rule.id, rule)
  return rules
}

/** Every rule of any report, in the order of the first, with what each report says of it. */
const rowsOf = (reports: readonly Report[]): readonly Row[] => {
  const columns = reports.map(rulesById)
  const first = new Map<string, RuleReport>()
  for (const column of columns) {
    for (const [id, rule] of column) if (!first.has(id)) first.set(id, rule)
  }
  return [...first].map(([id, { title, level }]) => ({
    id,
    area: areaOf(id),
    title,
    level,
    cells: columns.map((column) => column.get(id)),
  }))
}

const inOrder = (rows: readonly Row[]): readonly Row[] => {
  const areas = new Map([...new Set(rows.map(({ area }) => area))].map((area, at) => [area, at]))
  const placed = rows.map((row) => ({
    row,
    area: areas.get(row.area) ?? 0,
    distance: distance(row.cells),
  }))
  return placed.toSorted((a, b) => a.area - b.area || b.distance - a.distance).map(({ row }) => row)
}

/** Subjects × rules, from whole reports in the order in which they were given. */
export const matrixOf = (sources: readonly Source[]): Matrix => {
  const rows = rowsOf(sources.map(({ report }) => report))
  const subjects = subjectsOf(sources)
  const grouped = rows.map((row) => ({ row, group: groupOf(row.cells) }))
  const of = (name: GroupName): readonly Row[] =>
    inOrder(grouped.filter(({ group }) => group === name).map(({ row }) => row))
  return {
    subjects,
    notes: notesOn(subjects, rows),
    groups: {
      contradicted: of('contradicted'),
      differing: of('differing'),
      failing: of('failing'),
      surveyed: of('surveyed'),
      alike: of('alike'),
    },
    size: rows.length,
  }
}
