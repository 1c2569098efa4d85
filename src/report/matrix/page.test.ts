import { expect, test } from 'vitest'
import { hostileReport } from '../html/hostile.fixture.ts'
import { repeatPublishFailure as failure, ruleReport } from '../report.fixture.ts'
import type { Report } from '../report.ts'
import { matrixFrom, runOn } from './matrix.fixture.ts'
import { matrixPage, pageLimit } from './page.ts'
import { mostSubjects } from './subjects.ts'

const failed = (id: string) => ruleReport(id, 'fail', { failure })
const passed = (id: string) => ruleReport(id, 'pass')
const pageOf = (...reports: readonly Report[]): string => matrixPage(matrixFrom(...reports))

const hostilePage = pageOf(
  hostileReport,
  hostileReport,
  runOn('plain', [passed('names/hostile'), passed('names/blocked')]),
)

const idsOf = (page: string): readonly string[] =>
  Array.from(page.matchAll(/ id="([^"]*)"/g), ([, id = '']) => id.replaceAll('&amp;', '&'))

test('the same reports give the same bytes', () => {
  expect(pageOf(structuredClone(hostileReport), hostileReport)).toBe(
    pageOf(hostileReport, structuredClone(hostileReport)),
  )
})

test('no text of a report makes a tag, an attribute or a link', () => {
  const body = hostilePage
    .slice(hostilePage.indexOf('<body>'))
    .replaceAll(/<[^>]*>/g, (tag) => tag.replaceAll(/(?<! href=)"[^"]*"/g, '""'))
  expect(body.match(/<h1/g)).toHaveLength(1)
  expect(body).not.toMatch(/<(script|img|svg|style|iframe|object)/i)
  expect(body).not.toMatch(/<[^>]*\son[a-z]+=/i)
  expect(Array.from(body.matchAll(/href="([^#"][^"]*)"/g), ([, to]) => to)).toEqual([])
  expect(hostilePage.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  expect(hostilePage).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
})

test('every link leads somewhere, and no id comes twice', () => {
  const page = pageOf(
    runOn('a', [passed('x/one'), failed('x/two'), failed('x/three'), passed('x/four')]),
    runOn('b', [failed('x/one'), failed('x/two'), ruleReport('x/three', 'blocked')]),
    runOn('c', [failed('x/one'), failed('x/two'), ruleReport('x/three', 'blocked')]),
  )
  const ids = idsOf(page)
  expect(new Set(ids).size).toBe(ids.length)
  const links = Array.from(page.matchAll(/href="#([^"]*)"/g), ([, to = '']) =>
    decodeURIComponent(to),
  )
  expect(links).toEqual(expect.arrayContaining(['B:x/one', 'C:x/three', 'x/four', 'subject:A']))
  expect(links.filter((link) => !ids.includes(link))).toEqual([])
})

test('what differs comes before what fails on all, and the rest is folded', () => {
  const page = pageOf(
    runOn('a', [passed('x/alike'), failed('x/red'), passed('x/open'), passed('x/mixed')]),
    runOn('b', [
      passed('x/alike'),
      failed('x/red'),
      ruleReport('x/open', 'blocked'),
      failed('x/mixed'),
    ]),
  )
  const order = idsOf(page).filter((id) => id.startsWith('x/'))
  expect(order).toEqual(['x/mixed', 'x/open', 'x/red', 'x/alike'])
  expect(page.slice(0, page.indexOf('id="x/alike"'))).toMatch(/<details class="fold">/)
})

test.each(['&', '\u202e', 'x'])(
  'a page stays under its limit with as many long reports as there may be: %j',
  (character) => {
    const long = character.repeat(3_000)
    const big = { ...failure, expected: long, actual: long, replay: long }
    const columns = Array.from({ length: mostSubjects }, (_, column) =>
      runOn(
        `${column}${long}`,
        Array.from({ length: 1_000 }, (_rule, index) => {
          const id = `area-${index % 300}${long}/${index}`
          if (index % 4 === 0) return ruleReport(id, 'pass', { title: long })
          return index % 4 === 1 && column === 0
            ? ruleReport(id, 'blocked', { reason: long, title: long })
            : ruleReport(id, 'fail', { failure: big, title: long })
        }),
        { tool: { name: 'lambda-conformance', version: `${column}${long}` } },
      ),
    )
    const page = pageOf(...columns)
    expect(Buffer.byteLength(page)).toBeLessThan(pageLimit)
    expect(page).toMatch(/and \d+ more, in/)
  },
)

test('where nothing differs the page says so', () => {
  expect(pageOf(runOn('a', [passed('x/one')]), runOn('b', [passed('x/one')]))).toContain(
    'The subjects do not differ',
  )
})
