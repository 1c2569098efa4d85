import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test, vi } from 'vitest'
import { rules } from '../../spec/rules/catalogue.ts'
import { complete } from './completion.ts'
import { buildProgram } from './program.ts'
import { shells } from './shells.ts'

const context = { env: {}, catalogue: rules, version: '1.2.3', columns: 100 }

const printed = (...words: readonly string[]): string => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    complete(
      buildProgram(context, () => {}),
      ['complete', ...words],
      rules,
    )
    return log.mock.calls.flat().join('\n')
  } finally {
    log.mockRestore()
  }
}

/** What may come next, without the descriptions. */
const next = (...words: readonly string[]): readonly string[] =>
  printed('--', ...words)
    .split('\n')
    .flatMap((line) => (/^:\d+$/.test(line) ? [] : [line.split('\t')[0] ?? '']))

test.each<[readonly string[], readonly string[]]>([
  [['ba'], ['baseline']],
  [['run', '--pro'], ['--profile']],
  [
    ['run', '--profile', ''],
    ['quick', 'standard', 'deep'],
  ],
  [
    ['merge', '--fail-on', ''],
    ['must', 'should'],
  ],
  [
    ['run', '--rule', 'code-sha256/wrong-is-refused-'],
    ['code-sha256/wrong-is-refused-when-nothing-changed'],
  ],
  [['rules', 'explain', 'no-change/repeat-publish-is'], ['no-change/repeat-publish-is-201']],
  [['run', '--without', 'PublishL'], ['PublishLayerVersion']],
])('behind %j may come %j', (words, expected) => {
  expect(next(...words)).toEqual(expect.arrayContaining([...expected]))
  expect(next(...words).filter((word) => !word.startsWith(words.at(-1) ?? ''))).toEqual([])
})

test.each(shells)('there is a script for %s', (shell) => {
  expect(printed(shell)).toMatch(/lambda-conformance complete '?--'? /)
})

const hasBash = spawnSync('bash', ['--version']).status === 0

test.skipIf(!hasBash)('the script is one that bash reads', () => {
  expect(execFileSync('bash', ['-n'], { input: printed('bash'), encoding: 'utf8' })).toBe('')
})
