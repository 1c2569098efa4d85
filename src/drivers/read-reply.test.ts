import { expect, test } from 'vitest'
import { maxDepth, maxValues, readBody } from './read-reply.ts'

const read = (text: string) => readBody(Buffer.from(text))

test('a body of JSON is its value', () => {
  expect(read('{"Version":"1","Layers":null}')).toEqual({
    text: '{"Version":"1","Layers":null}',
    body: { kind: 'json', value: { Version: '1', Layers: null } },
  })
})

test('no bytes are an empty body, blanks are not', () => {
  expect(read('').body).toEqual({ kind: 'empty' })
  expect(read(' \n').body.kind).toBe('not-json')
})

test('a byte-order mark is taken off', () => {
  expect(read('\uFEFF{}')).toEqual({ text: '{}', body: { kind: 'json', value: {} } })
  expect(read('\uFEFF').body).toEqual({ kind: 'empty' })
})

test('invalid UTF-8 is replaced', () => {
  const { text, body } = readBody(Buffer.from([0x22, 0xff, 0xfe, 0x22]))
  expect(text).toBe('"\uFFFD\uFFFD"')
  expect(body).toEqual({ kind: 'json', value: '\uFFFD\uFFFD' })
})

test('a lone surrogate stays what it is', () => {
  expect(read('"\\ud800"').body).toEqual({ kind: 'json', value: '\uD800' })
})

test('HTML is not JSON, and the reason is one printable line', () => {
  const { body } = read('<h1>\u001b[31m\nBad gateway</h1>')
  expect(body).toMatchObject({
    kind: 'not-json',
    why: expect.stringMatching(/^[^\p{Cc}]{1,300}$/u),
  })
})

test('a __proto__ key is a member without effect', () => {
  const { body } = read(
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  )
  if (body.kind !== 'json') throw new Error(body.kind)
  expect(Object.getPrototypeOf(body.value)).toBe(Object.prototype)
  expect(Object.keys(body.value ?? {})).toEqual(['__proto__', 'constructor'])
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('nesting is read up to a limit', () => {
  const nested = (depth: number) =>
    read('[{"a":'.repeat(depth / 2) + '1' + '}]'.repeat(depth / 2)).body
  expect(nested(maxDepth).kind).toBe('json')
  expect(nested(maxDepth + 2)).toEqual({
    kind: 'not-json',
    why: 'nested more than 256 levels deep',
  })
  expect(read('['.repeat(100_000) + ']'.repeat(100_000)).body.kind).toBe('not-json')
})

test('brackets inside strings do not nest', () => {
  const text = `["${'['.repeat(1000)}\\"${'{'.repeat(1000)}\\\\"]`
  expect(read(text).body.kind).toBe('json')
})

test('values are read up to a limit', () => {
  const list = (count: number) => read(`[${Array.from({ length: count }, () => '1').join()}]`).body
  expect(list(maxValues - 1).kind).toBe('json')
  expect(list(maxValues)).toEqual({ kind: 'not-json', why: 'more than 25000 values' })
  expect(read(`"${','.repeat(maxValues)}"`).body.kind).toBe('json')
})
