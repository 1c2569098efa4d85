/**
 * `npm run mutants -- [RULE GLOB…] [--write]`: judges the mutants of some rules, or of all, and says after how many requests
 * each was caught. Ends with 1 where one breaks other rules than it owns up to. `--write` writes generated/KILL-MATRIX.md.
 */
import { writeFileSync } from 'node:fs'
import picomatch from 'picomatch'
import { embeddedMutants } from '../embedded.ts'
import { kill, type Kill } from './kill.ts'
import { matrixPage } from './matrix-page.ts'

const words = process.argv.slice(2)
const globs = words.filter((word) => word !== '--write')
const isWanted = picomatch(
  globs.length === 0 ? '**' : globs.map((glob) => (glob.includes('/') ? glob : `${glob}/*`)),
)

const line = ({ mutant, requests, unexpected, missing }: Kill): string => {
  const fate = requests === undefined ? 'missed' : `after ${requests}`
  const also = unexpected.map((rule) => `\n             also breaks ${rule}`)
  const not = missing.map((rule) => `\n             does not break ${rule}`)
  return `${fate.padStart(12)} ${mutant.breaks}: ${mutant.name}${also.join('')}${not.join('')}\n`
}

/** Judges the mutants one after the other, each line when it is known. */
const killAll = async (
  wanted: Awaited<ReturnType<typeof embeddedMutants>>,
): Promise<readonly Kill[]> => {
  const kills: Kill[] = []
  for (const mutant of wanted) {
    const found = await kill(mutant)
    kills.push(found)
    process.stdout.write(line(found))
  }
  return kills
}

const complain = (message: string): void => {
  process.stderr.write(`${message}\n`)
  process.exitCode = 2
}

const wanted = (await embeddedMutants()).filter(({ breaks }) => isWanted(breaks))
const kills = await killAll(wanted)
const wrong = kills.filter(({ unexpected, missing }) => unexpected.length + missing.length > 0)
process.stdout.write(`${kills.length} mutants, ${wrong.length} of them not as they say\n`)
process.exitCode = wrong.length === 0 ? 0 : 1
if (wanted.length === 0)
  complain(`No mutant breaks ${globs.join(', ')}; "lambda-conformance rules" lists the rules`)
else if (words.includes('--write')) {
  if (globs.length === 0 && wrong.length === 0)
    writeFileSync('generated/KILL-MATRIX.md', matrixPage(kills))
  else complain('Failed to write the kill matrix, because it is not whole or not right; see above')
}
