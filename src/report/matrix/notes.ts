import { sanitize } from '../sanitize.ts'
import type { Row } from './group.ts'
import type { Subject } from './subjects.ts'

/** Something in which the runs do not fit together. */
export type Note = {
  /** `editions differ` */
  readonly what: string
  /** Each value, and the letters of those that have it. Text of the reports. */
  readonly values: readonly { readonly value: string; readonly letters: readonly string[] }[]
  /** What it means for the reader. */
  readonly so: string
}

const traits: readonly {
  readonly what: string
  readonly of: (subject: Subject) => string
  readonly so: string
}[] = [
  {
    what: 'editions differ',
    of: ({ report }) => report.edition,
    so: 'a rule that one of them lacks stands as –',
  },
  {
    what: 'versions of the tool differ',
    of: ({ report }) => report.tool.version,
    so: 'a rule may be judged in another way',
  },
  {
    what: 'kinds of subject differ',
    of: ({ report }) => report.subject.kind,
    so: 'each kind has rules of its own, the others show –',
  },
  {
    what: 'profiles differ',
    of: ({ report }) => report.run.profile ?? '–',
    so: 'a longer run may find what a shorter one does not come to',
  },
  {
    what: 'seeds differ',
    of: ({ report }) => report.run.seed?.toString() ?? '–',
    so: 'the subjects were asked different things',
  },
  {
    what: 'gates differ',
    of: ({ report }) => report.gate?.failOn ?? 'must',
    so: 'compare the figures rather than the verdicts of the runs',
  },
]

const valuesOf = (
  subjects: readonly Subject[],
  of: (subject: Subject, index: number) => string,
): Note['values'] => {
  const letters = new Map<string, string[]>()
  for (const [index, subject] of subjects.entries()) {
    const value = of(subject, index)
    const own = letters.get(value)
    if (own === undefined) letters.set(value, [subject.letter])
    else own.push(subject.letter)
  }
  return [...letters].map(([value, own]) => ({ value, letters: own }))
}

/** Rules left out by `--rule`, by the edition, by the kind of subject or by the release. */
const ruleSets = (subjects: readonly Subject[], rows: readonly Row[]): readonly Note[] => {
  if (rows.every(({ cells }) => !cells.includes(undefined))) return []
  const values = valuesOf(subjects, (_, index) => {
    const lacking = rows.filter(({ cells }) => cells[index] === undefined).length
    return `${rows.length - lacking} of ${rows.length}`
  })
  return [{ what: 'not every report has every rule', values, so: 'what is not there stands as –' }]
}

/** What `must` was in one release may be `should` in another. */
const levels = (rows: readonly Row[]): readonly Note[] => {
  const count = rows.filter(({ level, cells }) =>
    cells.some((cell) => cell !== undefined && cell.level !== level),
  ).length
  const what = `the level of ${count} ${count === 1 ? 'rule' : 'rules'} differs`
  return count === 0 ? [] : [{ what, values: [], so: 'the first report that has it is followed' }]
}

/** Everything to know before the columns are compared; empty where the runs fit together. */
export const notesOn = (subjects: readonly Subject[], rows: readonly Row[]): readonly Note[] => [
  ...traits.flatMap(({ what, of, so }) => {
    const values = valuesOf(subjects, of)
    return values.length < 2 ? [] : [{ what, values, so }]
  }),
  ...ruleSets(subjects, rows),
  ...levels(rows),
]

/** `editions differ: 2024-08 (A, C), 2018-11 (B); a rule that one of them lacks stands as –`; `quote` makes a value safe. */
export const noteInWords = (
  { what, values, so }: Note,
  quote: (value: string) => string = (value) => sanitize(value, 60),
): string => {
  const said = values.map(({ value, letters }) => `${quote(value)} (${letters.join(', ')})`)
  return `${what}${said.length === 0 ? '' : `: ${said.join(', ')}`}; ${so}`
}
