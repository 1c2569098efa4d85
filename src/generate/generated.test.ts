import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { location } from './locations.ts'
import { measured, outputs } from './outputs.ts'
import { staleFiles } from './staleness.ts'

const files = await outputs()

test('generated/ is what the specification generates', () => {
  expect(staleFiles(location('generated'), files, measured)).toEqual([])
})

test('the same specification generates the same files', async () => {
  expect([...(await outputs())]).toEqual([...files])
})

test('a missing, a changed and a left-over file are stale', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lambda-conformance-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'changed'), 'by hand')
  writeFileSync(join(folder, 'current'), 'as it should be')
  writeFileSync(join(folder, 'left-over'), '')
  const expected = new Map([
    ['missing', ''],
    ['changed', 'as generated'],
    ['current', 'as it should be'],
  ])

  expect(staleFiles(folder, expected)).toEqual(['missing', 'changed', 'left-over'])
  expect(staleFiles(folder, expected, ['left-over'])).toEqual(['missing', 'changed'])
})
