import type { Rule } from '../../spec/rules/rule.ts'

const rule: Rule = {
  title: 'a fact',
  level: 'must',
  basis: 'documented',
  cites: [{ document: '000', section: 'introduction' }],
  needs: ['PublishVersion'],
}
const catalogue = {
  'no-change/repeat-publish': rule,
  'no-change/after-change': { ...rule, aliases: ['no-change/old-name'] },
  'revision-id/stale': rule,
  'layers/new': { ...rule, edition: { from: '2024-08' } },
} satisfies Record<string, Rule>

/** A small catalogue, nothing in the environment. */
export const context = { env: {}, catalogue, version: '1.2.3', columns: 100 }

/** What a run without options comes to, but for its options. */
export const plain = {
  allowRemote: false,
  failOn: 'must',
  plan: false,
  json: false,
  quiet: false,
  noColor: false,
}
