import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import { defaultEdition, type Edition } from '../../spec/editions.ts'
import { applyBaseline } from '../baseline/apply-baseline.ts'
import { readBaseline } from '../baseline/read-baseline.ts'
import { openJudging, type Judged } from '../check/judging.ts'
import { originOfStored, reportOf } from '../check/report-of.ts'
import { clearReport } from '../report/clear.ts'
import { sanitize } from '../report/sanitize.ts'
import { gated } from '../report/verdict.ts'
import { UsageError } from '../run/errors.ts'
import { holdsIn, ruleOf } from '../run/selection.ts'
import { filesReadFor, openSource, type Source } from './check-files.ts'
import type { CheckRequest } from './check-options.ts'
import { deliver } from './deliver.ts'
import type { ExitCode } from './exit-code.ts'
import { prepareOut, refuseWithinOut } from './files.ts'
import { forLog } from './github-step.ts'
import type { Io } from './io.ts'

/** The edition that was asked for, else the one the files tell, else the default one. */
const editionOf = (asked: Edition | undefined, sources: readonly Source[]): Edition => {
  if (asked !== undefined) return asked
  const telling = sources.filter(({ circumstances }) => circumstances.edition !== undefined)
  const first = telling[0]?.circumstances.edition
  const other = telling.find(({ circumstances }) => circumstances.edition !== first)
  if (other === undefined) return first ?? defaultEdition
  throw new UsageError(
    `"${sanitize(telling[0]?.file ?? '', 120)}" is of edition ${first}, "${sanitize(other.file, 120)}" of ${other.circumstances.edition}; say with --edition by which one to judge`,
  )
}

const rulesOf = (
  edition: Edition,
  { rules, skipRules }: Pick<CheckRequest, 'rules' | 'skipRules'>,
): readonly RuleId[] => {
  const chosen = ruleIds.filter(
    (id) =>
      holdsIn(ruleOf(id), edition) &&
      rules?.includes(id) !== false &&
      skipRules?.includes(id) !== true,
  )
  if (chosen.length > 0) return chosen
  throw new UsageError(
    `--rule and --skip-rule leave no rule of edition ${edition} to judge; choose others, or another --edition`,
  )
}

const msBetweenDraws = 250
const erase = '\r\u001b[2K'

/** How far it has come, for somebody who waits before a large file. */
const drawing = ({ stderr }: Io, isLive: boolean) => {
  let [programs, calls, drawnAt] = [0, 0, performance.now()]
  return {
    add: (more: number): void => {
      programs += 1
      calls += more
      if (!isLive || performance.now() - drawnAt < msBetweenDraws) return
      drawnAt = performance.now()
      stderr.write(`${erase}${programs} programs, ${calls} calls judged`)
    },
    end: (): void => {
      if (isLive) stderr.write(erase)
    },
  }
}

const judgeAll = async (
  sources: readonly Source[],
  edition: Edition,
  request: CheckRequest,
  io: Io,
): Promise<readonly Judged[]> => {
  const rules = rulesOf(edition, request)
  const progress = drawing(io, io.stderr.isTTY === true && !request.quiet)
  const judged: Judged[] = []
  try {
    for (const { programs, circumstances } of sources) {
      const { without = [], unsupported = [] } = circumstances
      const missing = [...new Set([...request.without, ...without, ...unsupported])]
      const judging = openJudging(edition, rules, missing, originOfStored)
      for await (const program of programs) {
        if (io.signal.aborted) break
        judging.take(program)
        progress.add(program.exchanges.length)
      }
      judged.push(judging.end())
    }
  } finally {
    progress.end()
  }
  return judged
}

const tell = (sources: readonly Source[], { stderr, env }: Io): void => {
  const lines = sources
    .flatMap(({ notes }) => notes)
    .map((note) => `lambda-conformance: note: ${note}\n`)
  if (lines.length > 0) stderr.write(forLog(lines.join(''), env))
}

/** Judges again, offline, what runs have stored. Throws `UsageError` for files that are none of ours. */
export const checkCommand = async (request: CheckRequest, io: Io): Promise<ExitCode> => {
  const { files, out, config, baseline } = request
  if (config !== undefined && !request.quiet) {
    io.stderr.write(`configured by ${sanitize(config, 200)}\n`)
  }
  if (out !== undefined) {
    const read = (await Promise.all(files.map(filesReadFor))).flat()
    for (const file of read) await refuseWithinOut(file, out, 'check')
    if (baseline !== undefined) await refuseWithinOut(baseline, out, '--baseline')
  }
  const known = baseline === undefined ? undefined : await readBaseline(baseline)
  const sources: Source[] = []
  // One after the other, so that the first that is wrong is the one told of.
  for (const file of files) sources.push(await openSource(file))
  const edition = editionOf(request.edition, sources)
  const startedAt = new Date().toISOString()
  const beganAt = performance.now()
  const judged = await judgeAll(sources, edition, request, io)
  tell(sources, io)
  const circumstances = sources.map((source) => source.circumstances)
  const without = [...request.without, ...circumstances.flatMap((each) => each.without ?? [])]
  const report = gated(
    reportOf({
      files,
      judged,
      circumstances,
      edition,
      without: [...new Set(without)],
      leftOut: sources.reduce((sum, { leftOut }) => sum + leftOut(), 0),
      isInterrupted: io.signal.aborted,
      startedAt,
      durationMs: performance.now() - beganAt,
    }),
    request.failOn,
  )
  if (out !== undefined) {
    await prepareOut(out)
    await clearReport(out)
  }
  return deliver(known === undefined ? report : applyBaseline(report, known), request, io)
}
