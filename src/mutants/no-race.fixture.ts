import { mutants } from '../../fixtures/mutants/all.ts'
import type { Mutant } from '../../fixtures/mutants/mutant.ts'
import { judgeSubject, rulesWith } from '../run/judge-subject.ts'
import { referenceDriver } from '../run/reference-driver.fixture.ts'

/** Endpoints that are wrong with one client alone. */
export const withoutRace: readonly Mutant[] = mutants.filter(({ profile }) => profile === 'quick')

/** The rules that a standard run calls broken, races among them, beyond those that the mutant owns up to. */
export const blamedBeside = async (
  { breaks, alsoBreaks, options }: Mutant,
  seed: number,
): Promise<readonly string[]> => {
  const { verdicts } = await judgeSubject(referenceDriver(options), { profile: 'standard', seed })
  const owned: readonly string[] = [breaks, ...alsoBreaks]
  return rulesWith(verdicts, 'fail').filter((rule) => !owned.includes(rule))
}
