import type { FailureStep } from './report.ts'
import { reveal } from './sanitize.ts'

const quoted = '"(?:[^"\\\\]|\\\\.)+"'

/**
 * What differs from run to run or with the counterexample, and what stands for it: names, ids, hashes, times, ports; and
 * numbers of versions and texts, for which a run may come upon others. Statuses and names of errors and members stay.
 */
const passing: readonly (readonly [RegExp, string])[] = [
  // The words of the engine's own parser, which change with its release.
  [/^no JSON: .*$/s, 'no JSON'],
  // Whether the version is $LATEST hangs on a flag of the call.
  [/^([1-5]\d\d), Version .*$/s, 'status $1'],
  [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, 'UUID'],
  [/\b(?=[a-f]*\d)[0-9a-f]{16,}\b/gi, 'ID'],
  [/lambda-conformance-[\w-]+/gi, 'NAME'],
  [/[A-Za-z0-9+/]{43}=/g, 'HASH'],
  [/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?/g, 'TIME'],
  [/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/g, 'HOST'],
  [/\barn:[\w-]+:(\w+):[\w-]*:(?:\d{12})?:/g, 'arn:$1:'],
  [new RegExp(`\\b(Description|LicenseInfo) ${quoted}`, 'g'), '$1 TEXT'],
  [/^statements .*$/s, 'statements'],
  [
    /(?<!(?:^|status |after |answered )(?=[1-5]\d\d\b))(?<![\w.-])\d+(?![\w.-]| [A-Z]\w+Exception)/g,
    'N',
  ],
  [/\[(?:(?:N|"N"|"\$LATEST"),?)*\]/g, 'LIST'],
]

const longest = 200

/**
 * A failure by what came: the same for the same breach in every run, another one for another status, error or member. Which
 * call showed it is left out: a rule about many calls is broken by whichever comes first. One line, at most 200 characters.
 */
export const signatureOf = (
  steps: readonly Pick<FailureStep, 'call'>[],
  actual: string,
): string => {
  const operation = steps.at(-1)?.call.operation
  const came = passing.reduce((text, [pattern, name]) => text.replace(pattern, name), actual)
  const unnamed = operation === undefined ? came : came.replaceAll(operation, 'the call')
  const line = reveal(unnamed.replaceAll(/\s+/g, ' ').trim())
  const characters = Array.from(line)
  const cut = characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line
  return cut === '' ? 'nothing' : cut
}
