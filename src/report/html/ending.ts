import type { Report } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { verdictOf } from '../verdict.ts'
import { counted } from './labels.ts'

/** How a run ended, for the top of the page. */
type Ending = {
  readonly kind: 'good' | 'bad' | 'unclear'
  readonly words: string
  readonly detail: string
}

const levels = ({ gate }: Report): string => (gate?.failOn === 'should' ? 'must or should' : 'must')

const ofReplay = ({ outcome, reason }: NonNullable<Report['replay']>): Ending => {
  const detail = `${sanitize(reason, 300)}.`
  switch (outcome) {
    case 'fixed':
      return { kind: 'good', words: 'Fixed', detail }
    case 'still-failing':
      return { kind: 'bad', words: 'Still failing', detail }
    case 'cannot-reproduce':
      return { kind: 'unclear', words: 'Cannot reproduce', detail }
    default:
      return outcome satisfies never
  }
}

/** How it ended at the gate; of a failure run again, what became of it. */
export const endingOf = (report: Report): Ending => {
  if (report.replay !== undefined) return ofReplay(report.replay)

  const failOn = report.gate?.failOn ?? 'must'
  const verdict = verdictOf(report, failOn)
  const below = failOn === 'must' ? report.summary.should.fail : 0
  switch (verdict.kind) {
    case 'conforms':
      return {
        kind: 'good',
        words: 'Conforms',
        detail: `No ${levels(report)} rule that was judged is violated${
          report.baseline === undefined ? '' : ' but by what the baseline lists'
        }${below > 0 ? `; ${counted(below, 'should rule')} failed` : ''}.`,
      }
    case 'violates': {
      const [failures, problems] = [verdict.rules.length, verdict.problems.length]
      const listed = report.baseline === undefined ? '' : ' that the baseline does not list'
      return {
        kind: 'bad',
        words:
          failures > 0
            ? `Violates ${counted(failures, `${levels(report)} rule`)}`
            : 'Not as the baseline says',
        detail: [
          ...(failures > 0 && listed !== '' ? [listed.trim()] : []),
          ...(problems > 0
            ? [
                counted(
                  problems,
                  'entry of the baseline is wrong',
                  'entries of the baseline are wrong',
                ),
              ]
            : []),
        ].join('; '),
      }
    }
    case 'untested':
      return { kind: 'unclear', words: 'Untested', detail: 'No rule could be judged.' }
    case 'harness-error':
      return {
        kind: 'unclear',
        words: 'Harness error',
        detail: `The harness failed on ${counted(verdict.rules.length, 'rule')}; the subject is not to blame.`,
      }
    default:
      return verdict satisfies never
  }
}
