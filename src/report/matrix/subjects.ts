import type { Report } from '../report.ts'
import { subjectInWords } from '../text-options.ts'
import { verdictOf, type RunVerdict } from '../verdict.ts'

export type Source = {
  /** As the user named it. */
  readonly file: string
  readonly report: Report
}

export type Subject = Source & {
  /** Stands for it where there is no room for its name. */
  readonly letter: string
  readonly name: string
  /** The most telling part of it, for the head of a column. */
  readonly short: string
  readonly verdict: RunVerdict['kind']
}

const letters = 'ABCDEFGHIJKLMNOPQRST'

/** More columns than that nobody reads, and no page holds. */
export const mostSubjects = letters.length

const verdictNames = {
  conforms: 'conforms',
  violates: 'violates',
  untested: 'untested',
  'harness-error': 'harness error',
} as const satisfies Readonly<Record<RunVerdict['kind'], string>>

/** `violates (must)`: how the run ended, and at which gate. */
export const gateInWords = ({ report, verdict }: Subject): string =>
  `${verdictNames[verdict]} (${report.gate?.failOn ?? 'must'})`

const mostShort = 32

const startOf = (text: string): string => {
  const characters = Array.from(text.slice(0, mostShort * 2))
  return characters.length > mostShort ? `${characters.slice(0, mostShort - 1).join('')}…` : text
}

/** Of a path the end tells more than the beginning. */
const endOf = (text: string): string => {
  const characters = Array.from(text.slice(-mostShort * 2))
  return characters.length > mostShort ? `…${characters.slice(1 - mostShort).join('')}` : text
}

/** A subject that comes twice is told by its file. */
export const subjectsOf = (sources: readonly Source[]): readonly Subject[] => {
  const names = sources.map(({ report }) => subjectInWords(report.subject))
  return sources.map(({ file, report }, index) => {
    const name = names[index] ?? ''
    const isAlone = names.filter((each) => each === name).length === 1
    return {
      file,
      report,
      letter: letters[index] ?? '?',
      name: isAlone ? name : `${name} (${file})`,
      short: isAlone ? startOf(report.subject.name ?? name) : endOf(file),
      verdict: verdictOf(report, report.gate?.failOn ?? 'must').kind,
    }
  })
}
