import { UsageError } from '../run/errors.ts'
import { baselineOptionTable } from './baseline-options.ts'
import { checkOptionTable } from './check-options.ts'
import { rulesOptionTable, serveOptionTable } from './command-line.ts'
import { iamPolicyOptionTable } from './iam-policy-options.ts'
import { matrixOptionTable } from './matrix-options.ts'
import { mergeOptionTable } from './merge-options.ts'
import { didYouMean } from '../run/nearest.ts'
import { variablesOf } from './option-table.ts'
import { runOptionTable } from './run-options.ts'
import { sweepOptionTable } from './sweep-options.ts'
import { wrapperOptionTable } from './wrapper-options.ts'

const known: readonly string[] = [
  'LAMBDA_CONFORMANCE_DEBUG',
  ...[
    runOptionTable,
    wrapperOptionTable,
    checkOptionTable,
    mergeOptionTable,
    matrixOptionTable,
    baselineOptionTable,
    serveOptionTable,
    rulesOptionTable,
    sweepOptionTable,
    iamPolicyOptionTable,
  ].flatMap(variablesOf),
]

/**
 * A variable of ours that no option reads is a slip of the pen: the run would judge something else than was meant. Throws
 * `UsageError`.
 */
export const refuseUnknownVariables = (env: NodeJS.ProcessEnv): void => {
  const unknown = Object.keys(env).find(
    (name) => name.startsWith('LAMBDA_CONFORMANCE_') && !known.includes(name),
  )
  if (unknown === undefined) return
  throw new UsageError(`no option reads the variable ${unknown}.${didYouMean(unknown, known)}`)
}
