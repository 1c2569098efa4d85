import { expect, test } from 'vitest'
import { oneLine } from './one-line.ts'

test('control, format and line-breaking characters become one blank', () => {
  expect(oneLine('a\u001b[31m\r\n\u0000b\u202Ec\u2028d\u009Be')).toBe('a [31m b c d e')
})

test('a long text is cut at 300 characters and never in the middle of one', () => {
  expect(oneLine('x'.repeat(300))).toHaveLength(300)
  expect(oneLine('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`)
  expect(oneLine('😀'.repeat(1000))).toBe(`${'😀'.repeat(299)}…`)
  expect(() => encodeURIComponent(oneLine('x' + '😀'.repeat(1000)))).not.toThrow()
})
