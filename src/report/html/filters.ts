import type { RuleReport } from '../report.ts'
import { areaOf, isJudged, ruleAnchor, verdictNames } from './labels.ts'
import { html, type Markup } from './markup.ts'

const option = (value: string, words: string, count: number): Markup =>
  html`<option value="${value}">${words} (${count})</option>`

const choice = (name: string, label: string, any: string, options: readonly Markup[]): Markup =>
  html`<label
    >${label}<select name="${name}">
      <option value="">${any}</option>
      ${options}
    </select></label
  >`

/** Hidden until the script that makes them work has run. */
export const filters = (rules: readonly RuleReport[]): Markup => {
  const count = (is: (rule: RuleReport) => boolean): number => rules.filter(is).length
  const unjudged = count((rule) => !isJudged(rule))
  const verdicts = verdictNames.flatMap((name) => {
    const own = count(({ verdict }) => verdict === name)
    return own === 0 ? [] : [option(name, name, own)]
  })
  const levels = (['must', 'should', 'may'] as const).map((name) =>
    option(
      name,
      name,
      count(({ level }) => level === name),
    ),
  )
  const areas = new Map<string, number>()
  for (const { id } of rules) areas.set(areaOf(id), (areas.get(areaOf(id)) ?? 0) + 1)
  return html`<form class="filters" role="search" aria-label="Filter the rules" hidden>
    <label class="text"
      >Text<input
        type="search"
        name="text"
        autocomplete="off"
        spellcheck="false"
        placeholder="id, title, reason"
    /></label>
    ${choice('verdict', 'Verdict', 'any verdict', [
      ...verdicts,
      ...(unjudged > 0 ? [option('unjudged', 'not judged', unjudged)] : []),
    ])}
    ${choice('level', 'Level', 'any level', levels)}
    ${choice(
      'area',
      'Area',
      'any area',
      [...areas].slice(0, 100).map(([area, own]) => option(ruleAnchor(area), area, own)),
    )}
    <button type="reset">Clear</button>
    <p class="shown" role="status" aria-live="polite"></p>
  </form> `
}
