import { cutShort } from './cut-short.ts'
import { percent } from './percent.ts'
import type { Report } from './report.ts'
import { verdictOf } from './verdict.ts'

type Level = 'must' | 'should'

const color = (report: Report): string => {
  const { kind } = verdictOf(report, report.gate?.failOn ?? 'must')
  switch (kind) {
    case 'conforms': {
      const { must, should } = report.summary
      const failOn = report.gate?.failOn ?? 'must'
      // Tolerated by a baseline, which is no conformance.
      if (must.fail > 0 || (failOn === 'should' && should.fail > 0)) return 'yellow'
      return should.fail > 0 ? 'green' : 'brightgreen'
    }
    case 'violates':
      return 'red'
    case 'untested':
      return 'lightgrey'
    case 'harness-error':
      return 'orange'
    default:
      return kind satisfies never
  }
}

const levelInWords = ({ summary }: Report, level: Level): string => {
  const share = summary.conformance[level]
  return `${level} ${share === null ? '–' : percent(share)}`
}

const undecided = ({ summary }: Report): readonly string[] =>
  summary.must.undecided > 0 ? [`${summary.must.undecided} undecided`] : []

const message = (report: Report): string => {
  const { kind } = verdictOf(report, report.gate?.failOn ?? 'must')
  const figures =
    kind === 'untested'
      ? 'untested'
      : [levelInWords(report, 'must'), levelInWords(report, 'should'), ...undecided(report)].join(
          ', ',
        )
  return `${kind === 'harness-error' ? 'harness error, ' : ''}${figures} · ${report.run.startedAt.slice(0, 10)}`
}

/** Of a part of a run, or of one failure run again, no badge can tell. */
const isPart = (report: Report): boolean =>
  report.shard !== undefined || report.replay !== undefined || cutShort(report) !== undefined

/** A badge as shields.io asks for it at an endpoint: conformance per level, never blended, for an edition, on a day. */
export const badgeJson = (report: Report): string =>
  `${JSON.stringify(
    {
      schemaVersion: 1,
      label: `AWS Lambda versioning ${report.edition}`,
      message: isPart(report) ? 'part of a run' : message(report),
      color: isPart(report) ? 'lightgrey' : color(report),
    },
    null,
    2,
  )}\n`
