/**
 * `npm run mutants -- [RULE GLOB…] [--write]`: judges the mutants of some rules, or of all, and the broken wrappers, and says
 * after how many requests each was caught. Ends with 1 where one was missed or breaks other rules than it owns up to, with 2 on wrong usage.
 */
import { writeFileSync } from 'node:fs'
import { faultOf } from '../cli/exit-code.ts'
import { embeddedMutants } from '../embedded.ts'
import { inOrder } from '../run/in-order.ts'
import { isWrapper, kill, type Kill, type Suspect } from './kill.ts'
import { isAsItSays, line, summary } from './kill-text.ts'
import { matrixPage } from './matrix-page.ts'
import { readWanted, type Wanted } from './wanted.ts'
import { suspectWrappers } from './wrappers.fixture.ts'

/** A wrapper waits most of the time. */
const wrappersAtOnce = 3

const isPatient = (suspect: Suspect): boolean => isWrapper(suspect) && suspect.alone !== true

/** Judges the mutants one after the other, wrappers several at once, each line when it is known. */
const killAll = async ({ mutants }: Wanted): Promise<readonly Kill[]> => {
  const kills = new Map<Suspect, Kill>()
  const judge = async (some: readonly Suspect[], atOnce: number): Promise<void> => {
    for await (const found of inOrder(some, atOnce, kill)) {
      kills.set(found.mutant, found)
      process.stdout.write(line(found))
    }
  }
  await judge(
    mutants.filter((each) => !isPatient(each)),
    1,
  )
  await judge(mutants.filter(isPatient), wrappersAtOnce)
  return mutants.flatMap((each) => kills.get(each) ?? [])
}

try {
  const wanted = readWanted(process.argv.slice(2), [
    ...(await embeddedMutants()),
    ...suspectWrappers,
  ])
  const kills = await killAll(wanted)
  process.stdout.write(summary(kills))
  const isRight = kills.every(isAsItSays)
  process.exitCode = isRight ? 0 : 1
  if (wanted.write && isRight) writeFileSync('generated/KILL-MATRIX.md', matrixPage(kills))
  if (wanted.write && !isRight)
    process.stderr.write('Failed to write the kill matrix, because not all is right; see above\n')
} catch (thrown) {
  const { code, message } = faultOf(thrown, process.env)
  process.stderr.write(`mutants: ${message}\n`)
  process.exitCode = code
}
