import { expect, test } from 'vitest'
import { referenceDriver } from '../run/reference-driver.fixture.ts'
import { caughtOf20, withWindow } from './windows.fixture.ts'

test.each(withWindow.map((mutant) => [mutant.name, mutant] as const))(
  'a subject that %s is caught with at least 19 of 20 seeds',
  async (_name, mutant) => {
    const caught = await caughtOf20(mutant, () => referenceDriver(mutant.options))
    expect(caught).toBeGreaterThanOrEqual(19)
  },
  60_000,
)

test('all kinds of windows are tried', () => {
  expect(withWindow).toHaveLength(7)
})
