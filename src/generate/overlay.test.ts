import { expect, test } from 'vitest'

import { bundle } from './bundle.ts'
import { objectAt } from './document.ts'
import { applyOverlays } from './overlay.ts'

const base = bundle()

test('the default edition is the bundled document itself', () => {
  expect(applyOverlays(base, '2024-08')).toBe(base)
})

test('an overlay does not change the document it is applied to', () => {
  const before = JSON.stringify(base)
  applyOverlays(base, '2018-11')

  expect(JSON.stringify(base)).toBe(before)
})

test('an overlay may build on the one of another edition', () => {
  const memory = objectAt(
    applyOverlays(base, '2018-11'),
    'components',
    'schemas',
    'MemorySizeRequest',
  )

  expect(memory).toMatchObject({ maximum: 3008, 'x-cite': { document: 'model-2019-01-17' } })
})

test('a patch that does not fit is an error that names it', () => {
  expect(() => applyOverlays({ info: { version: '1' } }, '2019-06')).toThrow(
    /^Failed to apply 2019-06\.yaml, because remove \/components\/schemas\/\S+ does not fit/,
  )
})
