import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const project = fileURLToPath(new URL('..', import.meta.url))
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layers-'))
  await copyFile(join(project, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** What the linter says of one file that imports another. */
const lintOf = async (file: string, imported: string): Promise<string> => {
  const path = join(folder, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `import { thing } from '${imported}'\n\nexport const other = thing\n`)
  const oxlint = join(project, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [oxlint, file], { cwd: folder }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    )
  })
  await rm(path)
  return said
}

test.each([
  ['spec/rules/a.ts', '../../src/call.ts'],
  ['spec/rules/a.ts', '../../generated/types.ts'],
  ['fixtures/reference/a.ts', '../../src/model/step.ts'],
  ['fixtures/reference/a.ts', '../../src/wrapper/wrapper.ts'],
  ['fixtures/wrappers/a.ts', '../../src/wrapper/hop.ts'],
  ['fixtures/wrappers/broken/a.ts', '../../../src/judges/client.ts'],
  ['src/judges/a.ts', '../../fixtures/reference/store.ts'],
  ['src/run/a.ts', '../../fixtures/reference/serve.ts'],
  ['src/judges/a.ts', '../run/run.ts'],
  ['src/drivers/a.ts', '../run/options.ts'],
  ['src/cli/a.ts', '../../suites/register.ts'],
  ['src/report/a.ts', '../cli/io.ts'],
  ['src/baseline/a.ts', '../cli/io.ts'],
  ['src/run/a.ts', '../cli/io.ts'],
])('%s may not import %s', async (file, imported) => {
  expect(await lintOf(file, imported)).toContain('no-restricted-imports')
})

test.each([
  ['spec/rules/a.ts', './cite.ts'],
  ['fixtures/reference/a.ts', '../../spec/operations.ts'],
  ['fixtures/wrappers/a.ts', '../../src/wrapper/wrapper.ts'],
  ['fixtures/wrappers/broken/a.ts', '../../../src/wrapper/wrapper.ts'],
  ['src/judges/a.ts', '../model/step.ts'],
  ['src/embedded.ts', '../fixtures/reference/serve.ts'],
  ['suites/a.ts', '../src/run/run.ts'],
])('%s may import %s', async (file, imported) => {
  expect(await lintOf(file, imported)).not.toContain('no-restricted-imports')
})
