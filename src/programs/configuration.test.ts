import { expect, test } from 'vitest'
import { step } from '../model/step.ts'
import { settings } from './action.ts'
import type { Bindings } from './bindings.ts'
import { after, bindings, change, input, made, reply, withLayer } from './programs.fixture.ts'
import { resolve } from './resolve.ts'

test.each(settings)('a change of %s goes to another value, back, and there again', (setting) => {
  const first = input(change(setting), withLayer)?.[setting]
  expect(first).toBeDefined()
  const changed = after(withLayer, change(setting), {})
  const second = input(change(setting), changed)?.[setting]
  expect(second).not.toEqual(first)
  expect(input(change(setting, 'same'), changed)?.[setting]).toEqual(first)
  expect(input(change(setting, 'back'), changed)?.[setting]).toEqual(second)
  expect(input(change(setting, 'same'), withLayer)?.[setting]).toEqual(second)
  expect(input(change(setting, 'back'), withLayer)?.[setting]).toEqual(second)
  expect(input(change(setting), after(changed, change(setting), {}))?.[setting]).toEqual(first)
})

test('a change that was refused does not count', () => {
  const call = resolve(change('Timeout'), made, bindings)
  if (call === undefined) throw new Error('no call')
  const refused = step(made, call, reply(412, {}))
  expect(input(change('Timeout'), refused)).toEqual(call.input)
})

test('a setting that cannot be changed here is left out', () => {
  expect(resolve(change('Layers'), made, bindings)).toBeUndefined()
  expect(resolve(change('Runtime'), made, { ...bindings, otherRuntime: undefined })).toBeUndefined()
  const early: Bindings = { ...bindings, takes: (_, member) => member !== 'LoggingConfig' }
  expect(resolve(change('LoggingConfig'), made, early)).toBeUndefined()
  expect(resolve(change('Timeout'), made, early)).toBeDefined()
})
