import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import { areaOf, ruleOf } from '../run/selection.ts'
import { isWrapper, type Kill } from './kill.ts'

const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** How soon most of the mutants were caught, for the end of a sentence. */
const quickness = (kills: readonly Kill[], unit: string): string => {
  const requests = kills.flatMap((kill) => kill.requests ?? []).toSorted((a, b) => a - b)
  return `${rank(requests, 0.5)} ${unit}, nine of ten within ${rank(requests, 0.9)}, all within ${rank(requests, 1)}`
}

const rulesBrokenBy = (kills: readonly Kill[]): number =>
  new Set(kills.map(({ mutant }) => mutant.breaks)).size

const surveyed = (isMeant: (id: RuleId) => boolean): number =>
  ruleIds.filter((id) => ruleOf(id).level === 'may' && isMeant(id)).length

const isOfClients = (id: RuleId): boolean => areaOf(id) === 'client'

const endpointRow = ({ mutant, requests }: Kill): string =>
  `| \`${mutant.breaks}\` | ${mutant.name} | ${mutant.profile} | ${requests ?? 'missed'} |\n`

const wrapperRow = ({ mutant, requests }: Kill): string =>
  `| \`${mutant.breaks}\` | ${mutant.name} | ${requests ?? 'missed'} |\n`

const ofEndpoints = (kills: readonly Kill[]): readonly string[] => [
  `\nMeasured by \`npm run mutants -- --write\`. ${kills.length} mutants of the reference endpoint break`,
  ` ${rulesBrokenBy(kills)} rules of level must and should, each mutant exactly the rules it owns up to;`,
  ` ${surveyed((id) => !isOfClients(id))} rules of level may are surveyed and never fail.\n`,
  '\nThe last column is the sensitivity: how many requests a run had sent when it saw the first breach. The directed programs, which',
  ' are all of a quick run, are the same with every seed; where random ones are needed it is the median over five seeds. Half of the mutants are caught within',
  ` ${quickness(kills, 'requests')}.\n`,
  '\n| rule | a subject that | caught by | requests |\n| --- | --- | --- | ---: |\n',
  ...kills.map(endpointRow),
]

const ofWrappers = (kills: readonly Kill[]): readonly string[] => [
  '\n## Wrappers\n',
  `\n${kills.length} wrappers around the AWS SDK, in front of an endpoint that is right, break ${rulesBrokenBy(kills)} rules of level must`,
  ' and should about clients: a careful wrapper with one thing done wrong, and with it exactly the rules it owns up to.',
  ` ${surveyed(isOfClients)} more rules are surveyed.\n`,
  '\nThe last column: how many calls a quick run had made, of the wrapper and beside it, when it saw the first breach. Half of the wrappers are caught within',
  ` ${quickness(kills, 'calls')}.\n`,
  '\n| rule | a wrapper that | calls |\n| --- | --- | ---: |\n',
  ...kills.map(wrapperRow),
]

/** The kill matrix as a page: what each mutant does wrong, and after how many requests of a run it was caught. */
export const matrixPage = (kills: readonly Kill[]): string =>
  [
    '# Kill matrix\n',
    ...ofEndpoints(kills.filter(({ mutant }) => !isWrapper(mutant))),
    ...ofWrappers(kills.filter(({ mutant }) => isWrapper(mutant))),
  ].join('')
