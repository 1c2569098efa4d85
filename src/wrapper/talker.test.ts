import { expect, test } from 'vitest'
import type { Ending } from './child-group.ts'
import { ask, patience } from './script.test-kit.ts'
import { converse } from './talker.ts'

test('noise that arrives with the answer belongs to it', async () => {
  let noise = ''
  const { said } = await converse(
    {
      group: { ended: new Promise<Ending>(() => {}), isOver: () => false, kill: () => {} },
      put: async () => {
        // Another pipe, ready at the same time and read after this one.
        setImmediate(() => (noise = 'warning'))
        return { answer: { kind: 'output', output: {} }, text: '{}' }
      },
      takeNoise: () => ['', noise],
    },
    ask,
    patience,
  )
  expect(said).toBe('{}\nwarning')
})
