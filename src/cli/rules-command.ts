import { defaultEdition, editions } from '../../spec/editions.ts'
import type { Rule } from '../../spec/rules/rule.ts'
import { labelled, wrap } from '../report/wrap.ts'
import { citationInWords } from '../report/words.ts'
import type { RulesRequest } from './command-line.ts'
import { exitCodes, type ExitCode } from './exit-code.ts'
import { widthOf, type Io } from './io.ts'
import { didYouMean } from '../run/nearest.ts'
import { sanitize } from '../report/sanitize.ts'
import { holdsIn } from '../run/selection.ts'
import { expandGlobs, type Catalogue } from './rule-globs.ts'
import { UsageError } from '../run/errors.ts'

const areaOf = (id: string): string => id.slice(0, id.indexOf('/'))

const select = (
  { globs, area, level }: RulesRequest,
  catalogue: Catalogue,
): readonly (readonly [string, Rule])[] => {
  const areas = [...new Set(Object.keys(catalogue).map(areaOf))]
  if (area !== undefined && !areas.includes(area)) {
    throw new UsageError(
      `--area names no area: "${sanitize(area, 80)}".${didYouMean(area, areas)} There are: ${areas.join(', ')}`,
    )
  }
  const ids =
    globs.length === 0 ? Object.keys(catalogue) : expandGlobs(globs, catalogue, 'the pattern')
  return Object.entries(catalogue)
    .filter(([id]) => ids.includes(id) && (area === undefined || areaOf(id) === area))
    .filter(([, rule]) => level === undefined || rule.level === level)
}

/** One line for each rule, so that `grep` works on it. */
export const rulesCommand = (
  request: RulesRequest,
  { stdout }: Io,
  catalogue: Catalogue,
): ExitCode => {
  const rules = select(request, catalogue)
  if (request.json) {
    stdout.write(
      `${JSON.stringify(
        rules.map(([id, rule]) => ({ id, ...rule })),
        null,
        2,
      )}\n`,
    )
    return exitCodes.ok
  }
  const column = Math.max(0, ...rules.map(([id]) => id.length))
  const lines = rules.map(
    ([id, { level, basis, title }]) =>
      `${id.padEnd(column)}  ${level.padEnd(6)}  ${basis.padEnd(10)}  ${title}`,
  )
  stdout.write(
    `${[...lines, `${rules.length} of ${Object.keys(catalogue).length} rules`].join('\n')}\n`,
  )
  return exitCodes.ok
}

const find = (id: string, catalogue: Catalogue): readonly [string, Rule] => {
  const found = Object.entries(catalogue).find(
    ([each, { aliases = [] }]) => each === id || aliases.includes(id),
  )
  if (found !== undefined) return found
  if (Object.keys(catalogue).some((each) => areaOf(each) === id)) {
    throw new UsageError(`"${id}" is an area; "lambda-conformance rules ${id}" lists its rules`)
  }
  throw new UsageError(
    `there is no rule "${sanitize(id, 120)}".${didYouMean(id, Object.keys(catalogue))} "lambda-conformance rules" lists them`,
  )
}

const levels = {
  must: 'must: documented, and nothing recorded from AWS contradicts it',
  should: 'should: recorded from AWS and not documented, or documented as advice',
  may: 'may: the sources disagree or say nothing, so it is surveyed and never fails',
} as const

/** All there is to know about one rule. */
export const explainCommand = (
  id: string,
  json: boolean,
  { stdout }: Io,
  catalogue: Catalogue,
): ExitCode => {
  const [name, rule] = find(id, catalogue)
  if (json) {
    stdout.write(`${JSON.stringify({ id: name, ...rule }, null, 2)}\n`)
    return exitCodes.ok
  }
  const width = widthOf(stdout)
  const held = editions.filter((edition) => holdsIn(rule, edition))
  // The one that shows it, where the default edition is without this rule.
  const edition = held.includes(defaultEdition) ? '' : ` --edition ${held.at(-1) ?? defaultEdition}`
  const rows: readonly (readonly [string, string])[] = [
    ['level', levels[rule.level]],
    ['basis', rule.basis],
    ...rule.cites.map((cite, index) => [index === 0 ? 'docs' : '', citationInWords(cite)] as const),
    ['editions', held.length === editions.length ? 'all' : held.join(', ')],
    ['needs', rule.needs.join(', ')],
    ...(rule.dependsOn ?? []).map(
      (other, index) => [index === 0 ? 'rests on' : '', other] as const,
    ),
    ...(rule.why === undefined ? [] : [['why', rule.why] as const]),
    ...(rule.aliases === undefined ? [] : [['formerly', rule.aliases.join(', ')] as const]),
    [
      'run',
      `lambda-conformance ${id.startsWith('client/') ? 'wrapper ./adapter.mjs' : 'run'} --rule ${name}${edition}`,
    ],
  ]
  const text = rows.flatMap(([label, value]) => labelled(label, value, width))
  const title = wrap(rule.title, width - 2).map((line) => `  ${line}`)
  stdout.write(`${[name, ...title, ...text].join('\n')}\n`)
  return exitCodes.ok
}
