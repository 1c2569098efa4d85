import { expect, test } from 'vitest'
import { combined, variants } from '../../fixtures/reference/variants.ts'
import { weathers, type WeatherName } from '../../fixtures/reference/weathers.ts'
import { referenceDriver } from './reference-driver.fixture.ts'
import { judgeSubject, rulesWith, type Judged } from './judge-subject.ts'

const seeds = Array.from({ length: 20 }, (_, index) => index + 1)

const judged = (variant: string, weather: WeatherName, seed: number): Promise<Judged> =>
  judgeSubject(referenceDriver(combined(variants[variant] ?? {}, weathers[weather](seed * 7))), {
    profile: 'standard',
    seed,
    // Calls at once have a storm of their own.
    ...(seed > 3 ? { concurrency: 0 } : {}),
  })

const fair = new Map<string, Promise<Judged>>()

/** The same run on a good day, once for all kinds of weather. */
const onAGoodDay = (variant: string, seed: number): Promise<Judged> => {
  const key = `${variant} ${seed}`
  const known = fair.get(key) ?? judged(variant, 'fair', seed)
  fair.set(key, known)
  return known
}

const cases = (['default', 'asynchronous-slow'] as const).flatMap((variant) =>
  (['throttling', 'failing', 'resetting', 'losing-replies'] as const).map(
    (weather) => [variant, weather] as const,
  ),
)

test.each(cases)(
  'a subject that is right (%s) but %s one call in fifty gets the same verdicts or none',
  async (variant, weather) => {
    const found = await Promise.all(
      seeds.map(async (seed) => {
        const [good, foul] = await Promise.all([
          onAGoodDay(variant, seed),
          judged(variant, weather, seed),
        ])
        // Most can be told for all that: a run that gave up at the first drop would say nothing wrong, either.
        expect(rulesWith(foul.verdicts, 'pass').length).toBeGreaterThan(foul.verdicts.size / 2)
        return [...foul.verdicts].flatMap(([id, verdict]) => {
          const expected = good.verdicts.get(id)?.kind
          return verdict.kind === expected || verdict.kind === 'undecided'
            ? []
            : [`${verdict.kind} for ${expected}: ${id}, seed ${seed}`]
        })
      }),
    )
    expect(found.flat()).toEqual([])
  },
)
