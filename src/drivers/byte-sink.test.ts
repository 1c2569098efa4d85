import { expect, test } from 'vitest'
import { byteSink } from './byte-sink.ts'

test('chunks come out as they went in, copied', () => {
  const sink = byteSink(10_000)
  const chunk = Buffer.from('ab')
  for (let n = 0; n < 5000; n += 1) expect(sink.add(chunk)).toBe(true)
  chunk.fill(0)
  expect(Buffer.from(sink.bytes()).toString()).toBe('ab'.repeat(5000))
})

test('the limit itself is allowed, one byte more is not', () => {
  const sink = byteSink(4)
  expect(sink.add(Buffer.from('abcd'))).toBe(true)
  expect(sink.add(Buffer.from('e'))).toBe(false)
  expect(Buffer.from(sink.bytes()).toString()).toBe('abcd')
})

test('nothing in, nothing out', () => {
  expect(byteSink(4).bytes()).toHaveLength(0)
})
