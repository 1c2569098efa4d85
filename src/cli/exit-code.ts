import type { RunVerdict } from '../report/verdict.ts'
import { SubjectUnavailable, UsageError } from '../run/errors.ts'
import { oneLine } from '../drivers/one-line.ts'
import { redact } from '../drivers/redact.ts'
import { learnSecrets, secretsIn } from '../drivers/secrets.ts'

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

/** A stack is several lines, and its first ones may quote a subject. */
const stackOf = (error: Error): string =>
  redact(error.stack ?? '').replaceAll(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')

/** What a thrown thing means to the caller of the command: one line, and whose fault it is. */
export const faultOf = (thrown: unknown, env: NodeJS.ProcessEnv): Fault => {
  learnSecrets(secretsIn(env))
  const message = oneLine(redact(thrown instanceof Error ? thrown.message : String(thrown)))
  if (thrown instanceof UsageError) return { code: exitCodes.usage, message }
  if (thrown instanceof SubjectUnavailable) return { code: exitCodes.untested, message }
  if (env['LAMBDA_CONFORMANCE_DEBUG']) {
    return {
      code: exitCodes.harness,
      message: (thrown instanceof Error && stackOf(thrown)) || message,
    }
  }
  return {
    code: exitCodes.harness,
    message: `the harness failed: ${message || 'no message'} (LAMBDA_CONFORMANCE_DEBUG=1 shows where)`,
  }
}
