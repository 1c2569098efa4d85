import { mkdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mutated } from '../fuzz/mutated.fixture.ts'
import { perform, refusalOf, requestFor, storedRuns } from './check-command.fixture.ts'
import { checkCommand } from './check-command.ts'
import { faultOf } from './exit-code.ts'
import { fakeIo } from './io.fixture.ts'

const { root, good, bad, lay } = storedRuns()

test('half a line is left out and said, and the rest is judged', async () => {
  const whole = bad().lines.join('')
  const file = await lay(`${whole}${bad().lines[0]?.slice(0, 500)}`)
  const { code, out, err } = await perform([file], { quiet: true })
  expect(code).toBe(1)
  expect(err).toBe(
    `lambda-conformance: note: line ${bad().lines.length + 1} of "${file}" is left out: it is no whole JSON, as where a run was killed\n`,
  )
  expect(out).toMatch(/1\s+line\s+left\s+out/)
})

test('of many lines that are left out a few are told', async () => {
  const file = await lay(`${good().lines.join('')}${'{"program":\n'.repeat(100)}`)
  const { code, out, err } = await perform([file])
  expect(code).toBe(0)
  expect(err.split('\n')).toHaveLength(7)
  expect(out).toMatch(/100\s+lines\s+left\s+out/)
})

test.each<[string, () => Promise<string>, RegExp]>([
  [
    'that is not there',
    async () => join(root(), 'missing'),
    /^check cannot read ".+" \(ENOENT\); give /,
  ],
  ['that is no file', async () => '/dev/null', /^check cannot read "\/dev\/null" \(not a file\)/],
  ['that is empty', () => lay(''), /: it is empty; /],
  ['of blank lines', () => lay('\n\n \n'), /: it is empty; /],
  [
    'that is no JSON',
    () => lay('hello\nyou\n'),
    /^check finds no calls of ours in ".+" \(it is no JSON\); /,
  ],
  [
    'of bytes',
    () => lay(Uint8Array.from({ length: 5_000 }, (_, index) => index % 256)),
    /\(it is no JSON\)/,
  ],
  ['of another tool', () => lay('{"log":{"entries":[]}}'), /\(it has neither steps nor rules\)/],
  [
    'with a line of another tool',
    () => lay(`${bad().lines[0]}{"level":"info"}\n`),
    /^line 2 of ".+" is no program of ours \(exchanges is missing\); give a trace\.ndjson/,
  ],
  ['whose name is hostile', () => lay('{}', 'a\u202e\u001b[2J\n'), /a\\u\{202e\}\\u\{1b\}/],
  [
    'of a directory without reports',
    () => mkdir(join(root(), 'empty'), { recursive: true }).then(() => join(root(), 'empty')),
    /^check finds neither trace\.ndjson nor report\.json in /,
  ],
])('a file %s is wrong usage', async (_what, file, why) => {
  expect(await refusalOf([await file()])).toMatch(why)
})

test('a file of ten gigabytes in one line is refused without being read', async () => {
  const file = await lay('{"program":"')
  await truncate(file, 10_000_000_000)
  expect(await refusalOf([file])).toMatch(/^line 1 of ".+" is longer than 67108864 bytes/)
})

test('a file without a single call is untested', async () => {
  const file = await lay('{"program":"a","exchanges":[]}\n')
  const { code, out } = await perform([file])
  expect(code).toBe(3)
  expect(out).toMatch(/\nUNTESTED {2}.*: no rule could be judged\n$/)
})

/** Lines of one program that make up a whole trace by itself. */
const someLines = (): readonly string[] =>
  bad()
    .lines.filter((line) => line.length < 40_000)
    .slice(0, 3)

test('whatever becomes of a line of a trace, it is judged or refused in one line', async () => {
  const file = join(root(), 'mutated.ndjson')
  const lines = someLines()
  expect(lines).toHaveLength(3)
  const property = fc.asyncProperty(
    fc
      .nat(lines.length - 1)
      .chain((nth) =>
        mutated(lines[nth] ?? '').map((line) =>
          lines.map((each, at) => (at === nth ? line : each)),
        ),
      ),
    async (changed) => {
      await writeFile(file, changed.join(''))
      const io = fakeIo()
      const code = await checkCommand(requestFor([file], { json: true }), io).catch(
        (error: unknown) => faultOf(error, {}).code,
      )
      expect([0, 1, 2, 3]).toContain(code)
      // Whatever was not refused has a report.
      expect(code === 2 ? 'recording' : Object.keys(JSON.parse(io.out())).join()).toContain(
        'recording',
      )
    },
  )
  await fc.assert(property, { numRuns: 150, seed: 1 })
})
