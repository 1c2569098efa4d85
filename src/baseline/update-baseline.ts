import type { FailOn, Report } from '../report/report.ts'
import { sanitize } from '../report/sanitize.ts'
import { failureEntry, operationEntry, type Details } from './details.ts'
import { addEntry, setMember, textOf } from './edit-nodes.ts'
import type { Edited } from './init-baseline.ts'
import { changedIn, lookUp, type Failing } from './look-up.ts'
import { parseBaseline, type BaselineDocument } from './parse-baseline.ts'
import { untoleratedIn } from './untolerated.ts'

/**
 * Adds what is missing and renews signatures that have changed; takes nothing out. A signature is renewed where one entry
 * alone lists the rule by its id: of several, each tolerates a breach of its own, and a glob stands for other rules too.
 */
export const updateBaseline = (
  read: BaselineDocument,
  report: Report,
  failOn: FailOn,
  details: Details,
): Edited => {
  // The nodes are changed in place, and what was read belongs to the caller.
  const { baseline, document } = parseBaseline(read.text, read.baseline.file)
  const { failures, operations } = untoleratedIn(report, baseline, failOn)
  const { expected } = lookUp(report, baseline)

  const list = (rule: Failing): string => {
    const changed = changedIn(expected, rule)
    const [only, ...others] = changed.filter(({ named }) => named === 1)
    if (only !== undefined && others.length === 0) {
      const index = baseline.expectedFailures.indexOf(only.entry)
      setMember(document, 'expectedFailures', index, 'signature', rule.failure.signature)
      return `renewed the signature of ${rule.id} (line ${only.entry.line}): ${sanitize(rule.failure.signature, 120)}`
    }
    const before = expected.find(({ expired, rules }) => expired && rules.includes(rule))?.entry
    addEntry(document, 'expectedFailures', failureEntry(rule, details, before))
    return `added ${rule.id}`
  }

  const changes = [
    ...failures.map(list),
    ...operations.map((operation) => {
      addEntry(document, 'expectedUnsupported', operationEntry(operation, details))
      return `added ${operation} as not implemented`
    }),
  ]
  return { text: changes.length === 0 ? read.text : textOf({ document, text: read.text }), changes }
}
