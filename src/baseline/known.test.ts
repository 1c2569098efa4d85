import { expect, test } from 'vitest'
import { startEmbedded } from '../embedded.ts'
import { finish } from '../run/run.fixture.ts'
import { knownBy } from './known.ts'
import { parseBaseline } from './parse-baseline.ts'

const rule = 'no-change/repeat-publish-returns-same-version'
const other = 'publish-version/success-is-201'

const known = (entries: string, list = 'expectedFailures') =>
  knownBy(parseBaseline(`version: 1\n${list}:\n  - ${entries}\n`, 'k.yaml').baseline, '2026-11-21')

test.each<[string, string, string, boolean]>([
  [`{ rule: ${rule}, reason: r }`, rule, 'anything', true],
  [`{ rule: no-change, reason: r }`, rule, 'anything', true],
  [`{ rule: ${rule}, reason: r }`, other, 'anything', false],
  [`{ rule: ${rule}, signature: s, reason: r }`, rule, 's', true],
  [`{ rule: ${rule}, signature: s, reason: r }`, rule, 't', false],
  [`{ rule: ${rule}, reason: r, expires: 2026-11-21 }`, rule, 's', true],
  [`{ rule: ${rule}, reason: r, expires: 2026-11-20 }`, rule, 's', false],
])('by %j %s with signature %s is known: %s', (entry, id, signature, is) => {
  expect(known(entry)(id, signature)).toBe(is)
})

test('what is known is told as it was found, and costs no request more', async () => {
  const { url, close } = await startEmbedded({ mutant: rule })
  try {
    const options = { profile: 'quick', seed: 1, rules: [rule] } as const
    const shrunk = await finish({ endpoint: url }, options)
    const isKnown = known(`{ rule: ${rule}, reason: r }`)
    const asFound = await finish({ endpoint: url }, { ...options, isKnown })
    expect(shrunk.trace.some(({ shrinking }) => shrinking === rule)).toBe(true)
    expect(asFound.trace.some(({ shrinking }) => shrinking !== undefined)).toBe(false)
    const [first, second] = [shrunk, asFound].map(({ report }) => report.rules[0]?.failure)
    expect(second?.signature).toBe(first?.signature)
    expect(second?.replay).toMatch(/^1:repeat-publish:\d+$/)
  } finally {
    await close()
  }
})
