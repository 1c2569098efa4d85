import { expect, test } from 'vitest'
import { replayCommand } from './replay-command.ts'
import { recordingInWords } from './recording-words.ts'
import { reportOf } from './report.fixture.ts'
import type { Report } from './report.ts'

const subject: Report['subject'] = { kind: 'recording', endpoint: 't.ndjson', operations: {} }

const recorded = (over: Partial<Report> = {}, files: readonly string[] = ['t.ndjson']): Report => ({
  ...reportOf([]),
  subject,
  recording: { files, programs: 2 },
  ...over,
})

const again = (report: Report, replay?: string): string =>
  replayCommand(report, replay === undefined ? {} : { replay }, 'names/a')

test('stored calls that nobody knows how to make again are judged again', () => {
  expect(again(recorded())).toBe('lambda-conformance check t.ndjson --rule names/a')
  expect(again(recorded({ edition: '2018-11' }))).toBe(
    'lambda-conformance check t.ndjson --edition 2018-11 --rule names/a',
  )
  // A token tells what to send, and not where to.
  expect(again(recorded(), '1:a:2')).toBe('lambda-conformance check t.ndjson --rule names/a')
})

test('names of files are words of a shell, and no options', () => {
  expect(again(recorded({}, ['-x.ndjson', "it's; rm", 'a\0b']))).toBe(
    String.raw`lambda-conformance check ./-x.ndjson 'it'\''s; rm' ab --rule names/a`,
  )
})

test('where the endpoint and the token are told, the calls are made again', () => {
  const endpoint = 'http://127.0.0.1:1'
  expect(again(recorded({ subject: { ...subject, endpoint } }), '1:a:2')).toBe(
    'lambda-conformance run --endpoint http://127.0.0.1:1 --rule names/a --replay 1:a:2',
  )
  expect(again(recorded({ subject: { ...subject, endpoint, embedded: true } }), '1:a:2')).toBe(
    'lambda-conformance run --rule names/a --replay 1:a:2',
  )
})

test('what was judged is said in words, the names of files made harmless', () => {
  const { run } = reportOf([])
  const said = (files: readonly string[], leftOut?: number): string | undefined =>
    recordingInWords({
      run: { ...run, requests: 1_234 },
      recording: { files, programs: 1, ...(leftOut === undefined ? {} : { leftOut }) },
    })
  expect(said(['t.ndjson'])).toBe('1 program, 1,234 calls of t.ndjson; nothing was sent')
  expect(said(['a\u001b[2J', 'b', 'c', 'd', 'e'], 1)).toBe(
    String.raw`1 program, 1,234 calls of a\u{1b}[2J, b, c and 2 more files, 1 line left out; nothing was sent`,
  )
  expect(recordingInWords({ run })).toBeUndefined()
})
