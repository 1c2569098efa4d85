import { iamPolicy, type PolicyScope } from '../aws/iam-policy.ts'
import { exitCodes, type ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'

/** Prints what a run on AWS has to be allowed. */
export const iamPolicyCommand = (scope: PolicyScope, { stdout }: Pick<Io, 'stdout'>): ExitCode => {
  stdout.write(`${JSON.stringify(iamPolicy(scope), null, 2)}\n`)
  return exitCodes.ok
}
