import { areas, rules } from '../../spec/rules/catalogue.ts'
import type { Level, Rule } from '../../spec/rules/rule.ts'
import { sources, type SourceId } from '../../spec/sources.ts'
import { statements, type Statement } from '../../spec/statements/all.ts'

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`

const titleOf = (document: SourceId): string => {
  const { title, date } = sources[document]
  return `${title} (${date})`
}

/** The sources that state something, in the order of the registry. */
const stating = [...new Set(statements.map(({ document }) => document))]
const isJudged = ({ rules: ids }: Statement): boolean => ids.length > 0

const countRow = (name: string, of: readonly Statement[]): string => {
  const judged = of.filter(isJudged).length
  return row(name, of.length, judged, of.length - judged)
}

const counts = (): string => {
  const levels: readonly Level[] = ['must', 'should', 'may']
  const ofLevel = levels.map(
    (level) => `${Object.values(rules).filter((rule) => rule.level === level).length} ${level}`,
  )
  const ofSource = stating.map((document) =>
    countRow(
      `${document}: ${titleOf(document)}`,
      statements.filter((statement) => statement.document === document),
    ),
  )
  return [
    `${Object.keys(rules).length} rules: ${ofLevel.join(', ')}.\n\n`,
    row('source', 'statements', 'judged', 'not judged'),
    row('---', '---', '---', '---'),
    ...ofSource,
    countRow('all', statements),
  ].join('')
}

const editionInWords = ({ edition }: Rule): string => {
  if (edition === undefined) return ''
  const from = edition.from === undefined ? '' : ` from ${edition.from}`
  const to = edition.to === undefined ? '' : ` to ${edition.to}`
  return `; editions${from}${to}`
}

const place = ({ document, section, text }: Statement): string =>
  `  - ${document}, ${section}: ${text}\n`

const entry = ([id, rule]: readonly [string, Rule]): string => {
  const why = rule.why === undefined ? '' : `\n  ${rule.why}`
  const standing = statements.filter(({ rules: ids }) => ids.some((own) => own === id))
  return `- \`${id}\` (${rule.level}, ${rule.basis}${editionInWords(rule)})\n  ${rule.title}${why}\n${standing.map(place).join('')}`
}

const byArea = (): string =>
  Object.entries(areas)
    .map(([area, ofArea]) => `\n### ${area}\n\n${Object.entries<Rule>(ofArea).map(entry).join('')}`)
    .join('')

const outcome = (statement: Statement): string => {
  const { text, rules: ids, reason = 'no rule yet' } = statement
  return isJudged(statement)
    ? `- ${text}\n${ids.map((id) => `  - → \`${id}\`\n`).join('')}`
    : `- ${text}\n  - not judged: ${reason}\n`
}

const ofSource = (document: SourceId): string => {
  const own = statements.filter((statement) => statement.document === document)
  const sections = [...new Set(own.map(({ section }) => section))].map((section) => {
    const entries = own.filter((statement) => statement.section === section)
    return `\n#### ${section}\n\n${entries.map(outcome).join('')}`
  })
  return `\n### ${document}: ${titleOf(document)}\n${sections.join('')}`
}

/** The contract to read, both ways: from a rule to what is stated, from what is stated to the rules or the reason for none. */
export const rulesPage = (): string =>
  [
    '# Rules and statements\n\n',
    "Generated from spec/rules and spec/statements. Statements are in our words, not the documents'.\n\n",
    counts(),
    `\n## Rules by area\n${byArea()}`,
    `\n## Statements by source\n${stating.map(ofSource).join('')}`,
  ].join('')
