import type { RunVerdict } from '../report/verdict.ts'
import { SubjectUnavailable, UsageError } from '../run/errors.ts'
import { oneLine } from '../drivers/one-line.ts'

export const exitCodes = {
  ok: 0,
  violation: 1,
  usage: 2,
  untested: 3,
  harness: 4,
  interrupted: 130,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const exitCodeOf = (verdict: RunVerdict): ExitCode => {
  switch (verdict.kind) {
    case 'conforms':
      return exitCodes.ok
    case 'violates':
      return exitCodes.violation
    case 'untested':
      return exitCodes.untested
    case 'harness-error':
      return exitCodes.harness
    default:
      return verdict satisfies never
  }
}

export type Fault = { readonly code: ExitCode; readonly message: string }

/** What a thrown thing means to the caller of the command: one line, and whose fault it is. */
export const faultOf = (thrown: unknown, env: NodeJS.ProcessEnv): Fault => {
  const message = oneLine(thrown instanceof Error ? thrown.message : String(thrown))
  if (thrown instanceof UsageError) return { code: exitCodes.usage, message }
  if (thrown instanceof SubjectUnavailable) return { code: exitCodes.untested, message }
  if (env['LAMBDA_CONFORMANCE_DEBUG']) {
    return {
      code: exitCodes.harness,
      message: (thrown instanceof Error && thrown.stack) || message,
    }
  }
  return {
    code: exitCodes.harness,
    message: `the harness failed: ${message || 'no message'} (LAMBDA_CONFORMANCE_DEBUG=1 shows where)`,
  }
}
