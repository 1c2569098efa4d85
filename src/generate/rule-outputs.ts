import { exclusions, type Exclusion } from '../../spec/exclusions.ts'
import { areas, rules } from '../../spec/rules/catalogue.ts'
import type { Rule } from '../../spec/rules/rule.ts'
import type { Citation } from '../../spec/sources.ts'
import { citationInWords } from '../report/words.ts'

export const ruleIds = (): string => {
  const lines = Object.keys(rules).map((id) => `  '${id}',\n`)
  return `export const ruleIds = [\n${lines.join('')}] as const\nexport type RuleId = (typeof ruleIds)[number]\n`
}

const areaOf = (id: string): string => id.slice(0, id.indexOf('/'))

export const catalogue = (): string => {
  const entries = Object.entries(rules).map(([id, rule]) => ({ id, area: areaOf(id), ...rule }))
  return `${JSON.stringify(entries, null, 2)}\n`
}

const editionInWords = ({ edition }: Rule): string => {
  if (edition === undefined) return ''
  const from = edition.from === undefined ? '' : ` from ${edition.from}`
  const to = edition.to === undefined ? '' : ` to ${edition.to}`
  return `; editions${from}${to}`
}

const listed = (cites: readonly Citation[]): string =>
  cites.map((cite) => `  - ${citationInWords(cite)}\n`).join('')

const entry = ([id, rule]: readonly [string, Rule]): string => {
  const why = rule.why === undefined ? '' : `\n  ${rule.why}`
  return `- \`${id}\` (${rule.level}, ${rule.basis}${editionInWords(rule)})\n  ${rule.title}${why}\n${listed(rule.cites)}`
}

const exclusion = ({ statement, reason, cites }: Exclusion): string =>
  `- ${statement}\n  Not judged: ${reason}.\n${listed(cites)}`

export const rulesPage = (): string => {
  const pages = Object.entries(areas).map(([area, ofArea]) => {
    const entries = Object.entries<Rule>(ofArea)
    return `\n## ${area}\n\n${entries.map(entry).join('')}`
  })
  return `# Rules\n\nGenerated from spec/rules. ${Object.keys(rules).length} rules.\n${pages.join('')}\n## Documented, and not judged\n\n${exclusions.map(exclusion).join('')}`
}
