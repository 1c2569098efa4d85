import { Document } from 'yaml'
import type { FailOn, Report } from '../report/report.ts'
import { failureEntry, operationEntry, type Details } from './details.ts'
import { addEntry, textOf } from './edit-nodes.ts'
import { untoleratedIn } from './untolerated.ts'

/** A text to write, and what is different in it, a line for each. No lines: nothing to do. */
export type Edited = { readonly text: string; readonly changes: readonly string[] }

const header = ` yaml-language-server: $schema=node_modules/lambda-conformance/generated/schemas/baseline.json

 Known failures, for lambda-conformance run --baseline: tolerated as long as they are what they are.
 A rule that is not listed and fails makes the run red, and so does one that is listed and passes.

 rule       an id, an area, or a quoted glob: "errors/*"
 signature  tolerates this breach of the rule only; without it, any
 reason     why it is tolerated
 issue      where it is worked on (a URL); may be left out
 expires    the last day on which the entry holds, 2027-01-31; may be left out

 knownFlaky lists rules that fail in some runs only, each with rule, reason and expires.
 "lambda-conformance baseline update" adds what is missing, "prune" takes out what is mended.`

/** A new baseline that tolerates all that a report shows at the gate's level, and nothing else. */
export const initBaseline = (report: Report, failOn: FailOn, details: Details): Edited => {
  const empty = { file: '', expectedFailures: [], expectedUnsupported: [], knownFlaky: [] }
  const { failures, operations } = untoleratedIn(report, empty, failOn)
  const document = new Document({ version: 1, expectedFailures: [] })
  document.commentBefore = header
  for (const rule of failures) addEntry(document, 'expectedFailures', failureEntry(rule, details))
  for (const operation of operations) {
    addEntry(document, 'expectedUnsupported', operationEntry(operation, details))
  }
  return {
    text: textOf({ document, text: '' }),
    changes: [
      ...failures.map(({ id }) => `listed ${id}`),
      ...operations.map((operation) => `listed ${operation} as not implemented`),
    ],
  }
}
