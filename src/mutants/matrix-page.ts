import { rules } from '../../spec/rules/catalogue.ts'
import type { Kill } from './kill.ts'

const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const row = ({ mutant, requests }: Kill): string =>
  `| \`${mutant.breaks}\` | ${mutant.name} | ${mutant.profile} | ${requests ?? 'missed'} |\n`

const surveyed = Object.values(rules).filter(({ level }) => level === 'may').length

/** The kill matrix as a page: what each mutant does wrong, and after how many requests of a run it was caught. */
export const matrixPage = (kills: readonly Kill[]): string => {
  const requests = kills.flatMap((kill) => kill.requests ?? []).toSorted((a, b) => a - b)
  return [
    '# Kill matrix\n',
    `\nMeasured by \`npm run mutants -- --write\`. ${kills.length} mutants of the reference endpoint break`,
    ` ${new Set(kills.map(({ mutant }) => mutant.breaks)).size} rules of level must and should, each mutant exactly the rules it owns up to;`,
    ` ${surveyed} rules of level may are surveyed and never fail.\n`,
    '\nThe last column is the sensitivity: how many requests a run had sent when it saw the first breach. The directed programs, which',
    ' are all of a quick run, are the same with every seed; where random ones are needed it is the median over five seeds. Half of the mutants are caught within',
    ` ${rank(requests, 0.5)} requests, nine of ten within ${rank(requests, 0.9)}, all within ${rank(requests, 1)}.\n`,
    '\n| rule | a subject that | caught by | requests |\n| --- | --- | --- | ---: |\n',
    ...kills.map(row),
  ].join('')
}
