import { isWrapper, type Kill } from './kill.ts'

/** Whether a mutant breaks the rules it owns up to, and no others. */
export const isAsItSays = ({ unexpected, missing }: Kill): boolean =>
  unexpected.length + missing.length === 0

/** How one mutant fared. */
export const line = ({ mutant, requests, unexpected, missing }: Kill): string => {
  const unit = isWrapper(mutant) ? 'call' : 'request'
  const fate =
    requests === undefined ? 'missed' : `after ${requests} ${unit}${requests === 1 ? '' : 's'}`
  const also = unexpected.map((rule) => `\n${' '.repeat(20)}also breaks ${rule}`)
  const not = missing.map((rule) => `\n${' '.repeat(20)}does not break ${rule}`)
  return `${fate.padStart(18)}  ${mutant.breaks}: ${mutant.name}${also.join('')}${not.join('')}\n`
}

export const summary = (kills: readonly Kill[]): string => {
  const count = kills.length === 1 ? '1 mutant' : `${kills.length} mutants`
  const wrong = kills.filter((each) => !isAsItSays(each)).length
  return wrong === 0
    ? `${count}: caught, each breaking the rules it owns up to and no others\n`
    : `${count}, ${wrong} of them not as they say\n`
}
