import type { RuleReport } from './report.ts'
import { sanitize } from './sanitize.ts'
import type { TextOptions } from './text-options.ts'
import { wrap } from './wrap.ts'

/** What the subject does where the sources disagree or say nothing: told, never held against it. */
export const surveyedText = (
  rules: readonly RuleReport[],
  { width, paint }: TextOptions,
): readonly string[] => {
  const surveyed = rules.filter(
    ({ level, observed }) => level === 'may' && (observed?.length ?? 0) > 0,
  )
  if (surveyed.length === 0) return []
  return [
    paint('bold', 'Surveyed, where AWS may do either'),
    ...surveyed.flatMap(({ id, observed = [] }) => [
      `  ${id}`,
      ...wrap(observed.map((behaviour) => sanitize(behaviour, 200)).join('; '), width - 4).map(
        (line) => `    ${line}`,
      ),
    ]),
  ]
}
