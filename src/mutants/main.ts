/**
 * `npm run mutants -- [RULE GLOB…] [--write]`: judges the mutants of some rules, or of all, and the broken wrappers, and says
 * after how many requests each was caught. Ends with 1 where one was missed or breaks other rules than it owns up to, with 2 on wrong usage.
 */
import { writeFileSync } from 'node:fs'
import { faultOf } from '../cli/exit-code.ts'
import { embeddedMutants } from '../embedded.ts'
import { inOrder } from '../run/in-order.ts'
import { isWrapper, kill, type Kill } from './kill.ts'
import { isAsItSays, line, summary } from './kill-text.ts'
import { matrixPage } from './matrix-page.ts'
import { readWanted, type Wanted } from './wanted.ts'
import { suspectWrappers } from './wrappers.fixture.ts'

/** A wrapper waits most of the time. */
const wrappersAtOnce = 3

/** Judges the mutants one after the other, each line when it is known. */
const killAll = async ({ mutants }: Wanted): Promise<readonly Kill[]> => {
  const kills: Kill[] = []
  const take = (found: Kill): void => {
    kills.push(found)
    process.stdout.write(line(found))
  }
  for (const mutant of mutants.filter((each) => !isWrapper(each))) take(await kill(mutant))
  for await (const found of inOrder(mutants.filter(isWrapper), wrappersAtOnce, kill)) take(found)
  return kills
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
