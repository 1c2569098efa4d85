import { ruleIds } from '../../generated/rule-ids.ts'
import { defaultEdition, type Edition } from '../../spec/editions.ts'
import type { ProgramTrace } from '../drivers/driver.ts'
import { failureFile } from '../report/failure-file.ts'
import { jsonText } from '../report/json-text.ts'
import type { Report } from '../report/report.ts'
import type { RunOptions, Subject } from '../run/options.ts'
import { finish } from '../run/run.fixture.ts'
import { holdsIn, ruleOf } from '../run/selection.ts'
import { readDocument } from './document.ts'
import { openJudging } from './judging.ts'
import { readLine } from './line.ts'
import { originOfStored, reportOf } from './report-of.ts'
import type { Circumstances, StoredProgram } from './stored.ts'

/** The lines of a trace.ndjson. */
const linesFor = (trace: readonly ProgramTrace[]): readonly string[] =>
  trace.map((program) => jsonText(program))

/** A run, and what it would have written: trace.ndjson line by line. */
export const storedRun = async (
  subject: Subject,
  options: RunOptions,
): Promise<{ readonly report: Report; readonly lines: readonly string[] }> => {
  const { report, trace } = await finish(subject, options)
  return { report, lines: linesFor(trace) }
}

type Means = {
  readonly edition?: Edition
  readonly circumstances?: Circumstances
  readonly file?: string
}

const checkPrograms = (programs: readonly StoredProgram[], means: Means = {}): Report => {
  const { edition = defaultEdition, circumstances = {}, file = 'trace.ndjson' } = means
  const rules = ruleIds.filter((id) => holdsIn(ruleOf(id), edition))
  const { without = [], unsupported = [] } = circumstances
  const judging = openJudging(edition, rules, [...without, ...unsupported], originOfStored)
  for (const program of programs) judging.take(program)
  return reportOf({
    files: [file],
    judged: [judging.end()],
    circumstances: [circumstances],
    edition,
    without,
    leftOut: 0,
    isInterrupted: false,
    startedAt: '2026-11-21T08:00:00.000Z',
    durationMs: 0,
  })
}

const programIn = (text: string): StoredProgram => {
  const line = readLine(text)
  if (line.kind === 'program') return line.program
  throw new Error(`a line is ${line.kind}`)
}

/** What is said of the lines of a trace. */
export const checkLines = (lines: readonly string[], means?: Means): Report =>
  checkPrograms(lines.map(programIn), means)

/** What is said of each file in failures/, by its rule. */
export const checkFailures = (report: Report): ReadonlyMap<string, Report> =>
  new Map(
    report.rules.flatMap((rule) => {
      if (rule.failure === undefined) return []
      const document = readDocument(jsonText(failureFile(report, rule, rule.failure), 2))
      if (document.kind !== 'failures') throw new Error(document.why)
      const { programs, circumstances } = document
      const { edition = defaultEdition } = circumstances
      return [[rule.id, checkPrograms(programs, { circumstances, edition })] as const]
    }),
  )

export const failedIn = ({ rules }: Report): readonly string[] =>
  rules.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)

/** Verdicts, how often each rule held, and what was seen, of the rules that both reports have. */
export const verdictsIn = ({ rules }: Report): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rules.map(({ id, verdict, held, observed = [] }) => [
      id,
      `${verdict} ${held} ${observed.toSorted().join()}`,
    ]),
  )

/** The same of what was decided: what a run could not judge for want of a reply is not exercised in its trace. */
export const decidedIn = (report: Report): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(verdictsIn(report)).filter(([, verdict]) => !verdict.startsWith('undecided')),
  )
