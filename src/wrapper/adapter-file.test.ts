import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { defaultOf, loadAdapter } from './adapter-file.ts'
import { expectUnusable, fileWith } from './script.test-kit.ts'

const load = async (name: string, content: string): Promise<unknown> =>
  loadAdapter(await fileWith(content, name), './adapter')

test.each([
  ['adapter.mjs', "export default { name: 'mine' }"],
  ['adapter.js', "export default { name: 'mine' }"],
  ['adapter.cjs', "module.exports = { name: 'mine' }"],
  ['adapter.ts', "export default { name: 'mine' as string }"],
  ['adapter.mts', "const name: string = await 'mine'; export default { name }"],
  ['adapter.cts', "const name: string = 'mine'; module.exports = { name }"],
  ['adapter.cts', "const name: string = 'mine'; export default { name }"],
])('%s with %s is loaded', async (name, content) => {
  expect(await load(name, content)).toEqual({ name: 'mine' })
})

test('what a compiler wraps in the exports of a CommonJS module is unwrapped', () => {
  const compiled = { __esModule: true, default: { name: 'mine' } }
  expect(defaultOf({ default: compiled }, 'adapter.cjs')).toEqual({ name: 'mine' })
  expect(defaultOf(compiled, 'adapter.mjs')).toEqual({ name: 'mine' })
})

test('TypeScript may have what has to be compiled, and import TypeScript', async () => {
  const wrapper = fileURLToPath(new URL('wrapper.ts', import.meta.url))
  const content = `
    import { defineWrapper, type Wrapper } from ${JSON.stringify(wrapper)}
    enum Mode { On = 'on' }
    class Named { constructor(readonly name: string) {} }
    const create: Wrapper['create'] = () => ({})
    export default defineWrapper({ ...new Named(Mode.On), create })`
  expect(await load('adapter.ts', content)).toEqual({ name: 'on', create: expect.any(Function) })
})

test.each([
  ['adapter.mjs', '', /^\.\/adapter has no default export; write export default defineWrapper/],
  ['adapter.ts', 'export const x: number = 1', /^\.\/adapter has no default export; write export/],
  ['adapter.mjs', '\n\nlet x = )', /because of SyntaxError: Unexpected token '\)' in line 3; make/],
  ['adapter.ts', '\n\nlet x = )', /because of .*Unexpected token .*adapter\.ts:3:8; make/],
  ['adapter.mjs', 'import "no-such"', /cannot be loaded, because of Error: Cannot find package/],
  ['adapter.ts', 'import "./no-such.ts"', /cannot be loaded, because of Error: Cannot find module/],
  [
    'adapter.mjs',
    'throw new TypeError("top")',
    /cannot be loaded, because of TypeError: top; make/,
  ],
  ['adapter.mjs', 'throw null', /cannot be loaded, because of null; make/],
])('%s with %j is unusable, in one line', async (name, content, line) => {
  await expectUnusable(load(name, content), line)
})

test('a path where nothing is, or a folder, is unusable', async () => {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  await expectUnusable(loadAdapter('/no/such.mjs', './x.mjs'), /^\.\/x\.mjs does not exist; give/)
  await expectUnusable(loadAdapter(folder, './x'), /^\.\/x is no file; give the path of a module/)
  const long = `./${'long'.repeat(200)}`
  await expectUnusable(loadAdapter('/no/such.mjs', long), /^\.\/long.*…; give the path of a module/)
})
