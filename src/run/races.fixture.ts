import type { ReferenceOptions } from '../../fixtures/reference/endpoint.ts'
import { combined } from '../../fixtures/reference/variants.ts'
import { weathers, type WeatherName } from '../../fixtures/reference/weathers.ts'
import { judgeSubject } from './judge-subject.ts'
import { referenceDriver } from './reference-driver.fixture.ts'

export type JudgedRaces = {
  /** Races judged: histories. */
  readonly races: number
  readonly failed: readonly string[]
}

/** What the rules about concurrency say of the reference endpoint in a variant and a weather. */
export const judgeRaces = async (
  variant: ReferenceOptions,
  weather: WeatherName,
  seed: number,
): Promise<JudgedRaces> => {
  const options = combined(variant, weathers[weather](seed))
  const { verdicts, races } = await judgeSubject(referenceDriver(options), {
    profile: 'standard',
    seed,
    rules: ['concurrency/*'],
    // In turn few and many, and all numbers between.
    concurrency: 2 + (seed % 7),
  })
  const failed = [...verdicts].flatMap(([id, verdict]) => {
    if (verdict.kind === 'harness-error') return [`${id}: ${verdict.message}`]
    if (verdict.kind !== 'fail') return []
    const { finding, origin } = verdict.breach
    return [`${id} in ${origin.program}: ${finding.expected} / ${finding.actual}`]
  })
  return { races, failed }
}
