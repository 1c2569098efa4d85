import { expect, test } from 'vitest'
import { embeddedMutants } from '../embedded.ts'
import { line, summary } from './kill-text.ts'
import type { Kill } from './kill.ts'

const [mutant] = await embeddedMutants()
if (mutant === undefined) throw new Error('there is no mutant')
const caught: Kill = { mutant, requests: 7, unexpected: [], missing: [] }
const sly: Kill = { mutant, requests: undefined, unexpected: ['a/b'], missing: [mutant.breaks] }

test('a line tells how a mutant fared', () => {
  expect(line(caught)).toBe(`  after 7 requests  ${mutant.breaks}: ${mutant.name}\n`)
  expect(
    line(sly)
      .split('\n')
      .map((part) => part.trim()),
  ).toEqual([
    `missed  ${mutant.breaks}: ${mutant.name}`,
    'also breaks a/b',
    `does not break ${mutant.breaks}`,
    '',
  ])
})

test('of a wrapper the calls are told', () => {
  const wrapper = { ...mutant, breaks: 'client/answers' }
  expect(line({ ...caught, mutant: wrapper })).toContain('after 7 calls  client/answers: ')
  expect(line({ ...caught, mutant: wrapper, requests: 1 })).toContain('after 1 call  ')
})

test('the last line tells whether all are as they say', () => {
  expect(summary([caught])).toMatch(/^1 mutant: caught/)
  expect(summary([caught, caught])).toMatch(/^2 mutants: caught/)
  expect(summary([caught, sly])).toBe('2 mutants, 1 of them not as they say\n')
})
