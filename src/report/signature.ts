import type { FailureStep } from './report.ts'

/** What differs from run to run, and what stands for it. */
const passing: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, 'UUID'],
  [/lambda-conformance-[\w-]+/g, 'NAME'],
  [/[A-Za-z0-9+/]{43}=/g, 'HASH'],
  [/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?/g, 'TIME'],
  [/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/g, 'HOST'],
]

/** A failure by what was called last and what came, without what differs from run to run. */
export const signatureOf = (
  steps: readonly Pick<FailureStep, 'call'>[],
  actual: string,
): string => {
  const operation = steps.at(-1)?.call.operation ?? 'nothing'
  const came = passing.reduce((text, [pattern, name]) => text.replace(pattern, name), actual)
  return `${operation}: ${came.replaceAll(/\s+/g, ' ').trim()}`
}
