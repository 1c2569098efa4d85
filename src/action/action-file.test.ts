import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { runOptionTable } from '../cli/run-options.ts'
import { reportFiles } from '../report/clear.ts'
import { toolVersion } from '../run/tool-version.ts'
import { action, actionText } from './composite.fixture.ts'

const { inputs, outputs, runs } = action
const [judge, keep, verdict] = runs.steps

test('no script holds an expression: what a workflow gives comes in variables', () => {
  const scripts = runs.steps.flatMap(({ run }) => (run === undefined ? [] : [run]))
  expect(scripts).toHaveLength(2)
  for (const script of scripts) expect(script).not.toContain('${{')
})

test('no script evaluates text', () => {
  for (const { run = '' } of runs.steps) expect(run).not.toMatch(/\beval\b|\bbash -c\b|\bsource\b/)
})

test('every script runs in bash', () => {
  expect(runs.using).toBe('composite')
  for (const { run, shell } of runs.steps)
    expect(shell).toBe(run === undefined ? undefined : 'bash')
})

test('every input is described and used, and every one used is there', () => {
  const used = [...actionText.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name ?? '')
  expect([...new Set(used)].toSorted()).toEqual(Object.keys(inputs).toSorted())
  for (const { description } of Object.values(inputs)) expect(description).toMatch(/\S \S/)
})

test('every input but the name of the artifact and the release is an option of run', () => {
  const flags = Object.values(runOptionTable).map(({ flags: each }) => each.split(' ')[0])
  const others = Object.keys(inputs).filter((name) => !flags.includes(`--${name}`))
  expect(others.toSorted()).toEqual(['artifact-name', 'version'])
})

test('every output is described, and the first step writes it', () => {
  for (const [name, { description, value }] of Object.entries(outputs)) {
    expect(description).toMatch(/\S \S/)
    expect(value).toBe(`\${{ steps.run.outputs.${name} }}`)
    expect(judge?.run).toContain(`${name}=`)
  }
})

test('the release is that of the package', async () => {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  expect(inputs['version']?.default).toBe(JSON.parse(text).version)
  expect(toolVersion).toBe(JSON.parse(text).version)
})

test('the artifact has every file of a report by its name', () => {
  const directory = '${{ steps.run.outputs.directory }}'
  expect(keep?.with?.['path']?.trim().split('\n')).toEqual(
    [...reportFiles, 'trace.ndjson', 'failures/'].map((file) => `${directory}/${file}`),
  )
})

test('other actions are pinned by their major version', () => {
  const used = runs.steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]))
  expect(used).toHaveLength(1)
  for (const each of used) expect(each).toMatch(/^actions\/[\w-]+@v\d+$/)
})

test('reports are kept and the verdict is given whatever came before', () => {
  expect(keep?.if).toMatch(/^always\(\) && /)
  expect(verdict?.if).toBe('always()')
  expect(runs.steps.at(-1)).toBe(verdict)
})
