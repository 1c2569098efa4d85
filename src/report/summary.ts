import { deniedInWords } from './denied.ts'
import { endingOf } from './ending.ts'
import { ofKind, outcomesOf, type RuleOutcome } from './outcome.ts'
import { leftOutInWords } from './left-out.ts'
import { leftoversOf } from './leftovers.ts'
import { percent } from './percent.ts'
import { recordingInWords } from './recording-words.ts'
import type { Report } from './report.ts'
import { failureBlocks } from './summary-failure.ts'
import {
  baselineProblems,
  breaches,
  faultsOfTheHarness,
  notJudged,
  plural,
  unsupportedOperations,
} from './summary-lists.ts'
import { code } from './summary-markdown.ts'
import { summaryTable } from './summary-table.ts'
import { subjectInWords } from './text-options.ts'

const headline = (report: Report): string => {
  const { word, says, detail, part } = endingOf(report)
  const why = detail === undefined ? '' : `: ${code(detail, 400)}`
  const line = `${word}: ${code(subjectInWords(report.subject))}${says === '' ? '' : ` ${says}`}${why}`
  return part === undefined ? line : `${part}: ${line}`
}

const coverage = ({ summary, rules }: Report): string => {
  const judged = rules.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail').length
  return `Coverage: ${percent(summary.coverage)} (${judged} of ${plural(rules.length, 'rule')} judged).`
}

const failures = (report: Report, rules: readonly RuleOutcome[]): readonly string[] => {
  const failed = ofKind(rules, 'failed').map(({ rule }) => rule)
  const title = report.baseline === undefined ? 'Failures' : 'New failures'
  return failed.length === 0 ? [] : [`### ${title}`, ...failureBlocks(report, failed, 28_000)]
}

const leftover = (report: Report): readonly string[] => {
  const leftovers = leftoversOf(report)
  if (leftovers === undefined) return []
  const { says, names, more, advice } = leftovers
  const named = names.map((name) => `- ${code(name)}`)
  return [
    `⚠️ **${says}**; ${advice}.`,
    ...(named.length === 0
      ? []
      : [[...named, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')]),
  ]
}

const lacking = (report: Report): readonly string[] => {
  const words = deniedInWords(report)
  return words === undefined ? [] : [`⚠️ ${code(words, 2_000)}`]
}

const leftOut = (report: Report): readonly string[] => {
  const words = leftOutInWords(report)
  return words === undefined ? [] : [`⚠️ ${words}.`]
}

const circumstances = (report: Report): string => {
  const { run, edition, tool } = report
  const release = code(`${tool.name} ${tool.version}`)
  const recording = recordingInWords(report)
  if (recording !== undefined)
    return `Edition ${code(edition)}, ${code(recording, 1_000)}, ${release}.`
  const time = (run.durationMs / 1000).toFixed(1)
  return `Edition ${code(edition)}, profile ${code(String(run.profile))}, seed ${code(String(run.seed))}, ${plural(run.requests, 'call')} in ${time} s, ${release}.`
}

/** For GitHub's job summary: Markdown of less than 60 KB, where no text of the subject is more than text. */
export const summaryMarkdown = (report: Report): string => {
  const { rules } = outcomesOf(report)
  const blocks = [
    `## ${headline(report)}`,
    summaryTable(report),
    coverage(report),
    ...unsupportedOperations(report),
    ...lacking(report),
    ...leftOut(report),
    ...failures(report, rules),
    ...faultsOfTheHarness(rules),
    ...baselineProblems(report),
    ...breaches(rules, 'tolerated', 'tolerated by the baseline'),
    ...breaches(rules, 'below-gate', 'of a level that does not fail the gate'),
    ...notJudged(rules),
    ...leftover(report),
    circumstances(report),
    'Every rule, with each request and reply, is in `report.html` beside this file.',
  ]
  return `${blocks.join('\n\n')}\n`
}
