import { rules } from '../../spec/rules/catalogue.ts'

export const ruleIds = (): string => {
  const lines = Object.keys(rules).map((id) => `  '${id}',\n`)
  return `export const ruleIds = [\n${lines.join('')}] as const\nexport type RuleId = (typeof ruleIds)[number]\n`
}

const areaOf = (id: string): string => id.slice(0, id.indexOf('/'))

export const catalogue = (): string => {
  const entries = Object.entries(rules).map(([id, rule]) => ({ id, area: areaOf(id), ...rule }))
  return `${JSON.stringify(entries, null, 2)}\n`
}
