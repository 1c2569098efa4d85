import { expect, test } from 'vitest'
import type { Rule } from '../../spec/rules/rule.ts'
import { fakeIo } from './io.fixture.ts'
import { explainCommand, rulesCommand } from './rules-command.ts'

const rule: Rule = {
  title: 'a publish with nothing changed returns the existing version',
  level: 'must',
  basis: 'documented',
  cites: [
    { document: '000', section: 'introduction, second paragraph' },
    { document: 'facts', section: 'F022' },
  ],
  needs: ['PublishVersion', 'GetFunction'],
}
const catalogue = {
  'no-change/repeat-publish': {
    ...rule,
    dependsOn: ['no-change/first', 'versions/number'],
    why: 'A second number for the same content would make one deployment look like two.',
    aliases: ['no-change/old'],
  },
  'no-change/era-bound': {
    ...rule,
    level: 'may',
    basis: 'reported',
    title: 'same bytes',
    edition: { to: '2019-06' },
  },
  'versions/number': { ...rule, title: 'a number' },
} satisfies Record<string, Rule>

const listed = (request: Partial<Parameters<typeof rulesCommand>[0]>): string => {
  const io = fakeIo()
  rulesCommand({ globs: [], json: false, ...request }, io, catalogue)
  return io.out()
}

const explained = (id: string, json = false): string => {
  const io = fakeIo()
  explainCommand(id, json, io, catalogue)
  return io.out()
}

test('the list has one aligned line for each rule', () => {
  expect(listed({})).toMatchInlineSnapshot(`
    "no-change/repeat-publish  must    documented  a publish with nothing changed returns the existing version
    no-change/era-bound       may     reported    same bytes
    versions/number           must    documented  a number
    3 of 3 rules
    "
  `)
})

test('the list is narrowed by area, level and pattern', () => {
  expect(listed({ area: 'versions' })).toContain('1 of 3 rules')
  expect(listed({ level: 'may' })).toMatch(/^no-change\/era-bound.*\n1 of 3 rules\n$/)
  expect(listed({ globs: ['*/number', 'no-change/era*'] })).toContain('2 of 3 rules')
})

test('the list as JSON holds the rules whole', () => {
  expect(JSON.parse(listed({ json: true, area: 'versions' }))).toEqual([
    { id: 'versions/number', ...catalogue['versions/number'] },
  ])
})

test('an unknown area or pattern is refused with the nearest', () => {
  expect(() => listed({ area: 'version' })).toThrow(
    '--area names no area: "version". Did you mean "versions"? There are: no-change, versions',
  )
  expect(() => listed({ globs: ['versions/numbr'] })).toThrow('Did you mean "versions/number"?')
})

test('a rule is explained in full', () => {
  expect(explained('no-change/repeat-publish')).toMatchInlineSnapshot(`
    "no-change/repeat-publish
      a publish with nothing changed returns the existing version
      level     must: documented, and nothing recorded from AWS contradicts it
      basis     documented
      docs      AWS Lambda API Reference, PublishVersion (2024-08), introduction, second paragraph
                Behaviour recorded from or reported of the real service (2026-08), F022
      editions  all
      needs     PublishVersion, GetFunction
      rests on  no-change/first
                versions/number
      why       A second number for the same content would make one deployment look like two.
      formerly  no-change/old
      run       lambda-conformance run --rule no-change/repeat-publish
    "
  `)
})

test('a rule that the default edition lacks is run in one that has it', () => {
  expect(explained('no-change/era-bound')).toContain(
    'lambda-conformance run --rule no-change/era-bound --edition 2019-06',
  )
})

test('a rule is found by an id it had before', () => {
  expect(explained('no-change/old')).toBe(explained('no-change/repeat-publish'))
})

test('an explanation as JSON holds the rule whole', () => {
  expect(JSON.parse(explained('versions/number', true))).toEqual({
    id: 'versions/number',
    ...catalogue['versions/number'],
  })
})

test('an unknown id is refused with the nearest', () => {
  expect(() => explained('versions/nubmer')).toThrow(
    'there is no rule "versions/nubmer". Did you mean "versions/number"? "lambda-conformance rules" lists them',
  )
  expect(() => explained('constructor')).toThrow('there is no rule')
})

test('an area is told from a rule', () => {
  expect(() => explained('versions')).toThrow(
    '"versions" is an area; "lambda-conformance rules versions" lists its rules',
  )
})
