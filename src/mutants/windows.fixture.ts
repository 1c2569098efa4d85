import { mutants } from '../../fixtures/mutants/all.ts'
import type { Mutant } from '../../fixtures/mutants/mutant.ts'
import type { Driver } from '../drivers/driver.ts'
import { judgeSubject, rulesWith } from '../run/judge-subject.ts'

const lost = [
  'concurrency/one-code-update-by-one-revision-id',
  'concurrency/one-configuration-update-by-one-revision-id',
  'concurrency/one-alias-update-by-one-revision-id',
  'concurrency/publishes-of-one-change-make-one-version',
  'concurrency/one-number-one-content',
  'concurrency/layer-numbers-are-distinct',
  'concurrency/guarded-publish-publishes-what-was-seen',
]

/** Endpoints that check, wait for 2 ms, and then write: they lose an update, or give a number twice. */
export const withWindow: readonly Mutant[] = lost.flatMap(
  (rule) => mutants.find(({ breaks }) => breaks === rule) ?? [],
)

/** Seeds of 20 with which a standard run catches it. */
export const caughtOf20 = async ({ breaks }: Mutant, driverTo: () => Driver): Promise<number> => {
  let caught = 0
  for (let seed = 1; seed <= 20; seed += 1) {
    const driver = driverTo()
    // The races are those of a whole run: what goes before them are other rules' programs.
    const { verdicts } = await judgeSubject(driver, {
      profile: 'standard',
      seed,
      rules: ['concurrency/*'],
    })
    await driver.close()
    if (rulesWith(verdicts, 'fail').includes(breaks)) caught += 1
  }
  return caught
}
