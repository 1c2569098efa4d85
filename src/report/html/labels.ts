import type { LevelSummary, RuleReport, VerdictName } from '../report.ts'
import { reveal } from '../sanitize.ts'
import { html, type Markup } from './markup.ts'

/** The worst first. */
export const verdictNames = [
  'fail',
  'harness-error',
  'undecided',
  'blocked',
  'unexercised',
  'unsupported',
  'pass',
] as const satisfies readonly VerdictName[]

/** Sign, word and colour, so that no one of them is needed to tell. The sign comes from the style sheet. */
export const verdictMark = (verdict: VerdictName): Markup =>
  html`<span class="verdict ${verdict}">${verdict}</span>`

export const areaOf = (id: string): string => (id.split('/', 1)[0] ?? id).slice(0, 60)

/** Anchor of a rule in the catalogue: its very id. A report may come from elsewhere, and so may an id be anything. */
export const ruleAnchor = (id: string): string => reveal(id.slice(0, 200))

const fragment = (id: string): string => ruleAnchor(id).split('/').map(encodeURIComponent).join('/')

export const ruleHref = (id: string): string => `#${fragment(id)}`
export const failureAnchor = (id: string): string => `failure:${ruleAnchor(id)}`
export const failureHref = (id: string): string => `#failure:${fragment(id)}`
export const areaAnchor = (area: string): string => `area:${ruleAnchor(area)}`

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

export const unjudgedIn = (level: LevelSummary): number =>
  level.unsupported + level.unexercised + level.blocked + level.undecided + level.harnessError

export const isJudged = ({ verdict }: RuleReport): boolean =>
  verdict === 'pass' || verdict === 'fail'

/** Only the web is linked to: `javascript:` in a baseline would run on a click. */
export const webLink = (address: string): Markup => {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const text = address.slice(0, 300)
  return url !== undefined && /^https?:$/.test(url.protocol) && url.href.length <= 2_000
    ? html`<a href="${url.href}" rel="noopener noreferrer">${text}</a>`
    : html`<code>${text}</code>`
}
