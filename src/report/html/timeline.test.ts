import { expect, test } from 'vitest'
import { repeatPublishFailure, reportOf, ruleReport } from '../report.fixture.ts'
import type { Failure } from '../report.ts'
import { busyRaceFailure, lostUpdateFailure, raceStep, reply } from '../timeline.fixture.ts'
import { htmlPage, pageLimit } from './page.ts'
import { timelineFigure } from './timeline.ts'

const figureOf = (failure: Failure, calls = 60): string =>
  timelineFigure(failure, { whole: 'failures/concurrency__x.json', calls }).markup
const textOf = (markup: string): string =>
  markup
    .replaceAll(/<(title|desc)\b[^>]*>[^<]*<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('a failure in which no clients called at once has no timeline', () => {
  expect(figureOf(repeatPublishFailure)).toBe('')
})

test('the picture has a name and a description, and all its words stand in the table too', () => {
  const figure = figureOf(lostUpdateFailure)
  expect(figure).toMatch(
    /role="img"\s+aria-labelledby="timeline-concurrency__x timeline-of-concurrency__x"/,
  )
  expect(figure).toContain(
    '<title id="timeline-concurrency__x">Timeline: 2 clients called at once</title>',
  )
  expect(figure).toMatch(/<desc id="timeline-of-concurrency__x"\s*>CreateFunction, then at once: /)
  const table = textOf(figure.slice(figure.indexOf('<table')))
  expect(table).toContain(
    ' 2 ✗ client 2 0.6–19.3 ms UpdateFunctionCode f0 (code XumxpP, RevisionId A) → 200, RevisionId B ',
  )
  expect(table).toContain(' 4 after GetFunctionConfiguration f0 → 200, RevisionId B, code XumxpP ')
})

test('what cannot be is told by colour, by pattern and in words', () => {
  const figure = figureOf(lostUpdateFailure)
  expect(figure.match(/<g class="call change impossible">/g)).toHaveLength(2)
  expect(figure.match(/<path class="hatch" d="M/g)).toHaveLength(2)
  expect(figure.match(/<path class="tie" d="M/g)).toHaveLength(1)
  expect(textOf(figure)).toContain('✗ These two answers cannot both be true, in whatever order')
  expect(figureOf({ ...lostUpdateFailure, impossible: [] })).not.toMatch(
    /impossible|hatch|tie|✗ [T2]/,
  )
})

test('the signs of the picture are explained, and only those that are in it', () => {
  expect(textOf(figureOf(busyRaceFailure))).toContain(
    'if A the call is to take effect only while the RevisionId is A RevisionIds A = 6c1f8e02… , B = 27b4c6f9… , C = e93d5a17… code the first characters of its CodeSha256 ≈ 4,988 ms left out',
  )
  const publish = raceStep([1, 0, 1], 'PublishVersion', {}, reply({ status: 201 }))
  expect(figureOf({ ...lostUpdateFailure, steps: [publish], impossible: [] })).not.toContain('key')
})

test('without words of ours there is no attribute for style and none for an event', () => {
  expect(figureOf(busyRaceFailure)).not.toMatch(/\s(style|on[a-z]+)="/)
})

test('more calls than fit beside the lanes are counted', () => {
  const [created] = lostUpdateFailure.steps
  if (created === undefined) throw new Error('the fixture has steps')
  const steps = [...Array.from({ length: 9 }, () => created), ...lostUpdateFailure.steps]
  expect(textOf(figureOf({ ...lostUpdateFailure, steps }))).toMatch(/ and \d more .*client 1/)
})

test('of a long race the calls that are not drawn are counted', () => {
  expect(textOf(figureOf(busyRaceFailure, 4))).toContain(
    'and 9 calls more, in failures/concurrency__x.json',
  )
})

test('a story of a race has the contrast, the timeline, then the calls with their clients and times', () => {
  const page = htmlPage(
    reportOf([ruleReport('concurrency/x', 'fail', { failure: lostUpdateFailure })]),
  )
  const story = textOf(page.slice(page.indexOf('<div class="story"')))
  const order = [
    'expected one of the 2 updates',
    '2 clients called at once.',
    '4 calls, shrunk from 23',
    ' before CreateFunction f0 (code hznHbm) → 201 ',
    ' ✗ client 2 UpdateFunctionCode f0 (code XumxpP, RevisionId A) → 200 0.6–19.3 ms ',
    'Seen 1 of 6 times: a race need not come again',
    '--replay 1823:race-code-updates-2:4',
    'There are no cURL and AWS CLI lines',
  ].map((part) => story.indexOf(part))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order[0]).toBeGreaterThanOrEqual(0)
  expect(page.match(/<details class="step" open>/g)).toHaveLength(2)
})

test('a page of five hundred long races stays under its limit', () => {
  const calls = Array.from({ length: 200 }, (_, index) =>
    raceStep(
      [1 + (index % 8), index, index + 20],
      'UpdateFunctionConfiguration',
      { Description: '&'.repeat(5_000) },
      reply({ status: 200, body: { RevisionId: `${index}${'<'.repeat(50)}` } }),
    ),
  )
  const failure = { ...lostUpdateFailure, steps: calls }
  const rules = Array.from({ length: 500 }, (_, index) =>
    ruleReport(`concurrency/r${index}`, 'fail', { failure }),
  )
  const page = htmlPage(reportOf(rules))
  expect(Buffer.byteLength(page)).toBeLessThan(pageLimit)
  expect(page).toContain('failures/concurrency__r499.json')
})
