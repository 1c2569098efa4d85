import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { validateXML } from 'xmllint-wasm'
import { operations } from '../../generated/operations.ts'
import type { Json } from '../call.ts'
import { jsonForLog } from '../cli/github-step.ts'
import { encodeCall } from '../drivers/encode.ts'
import { awsCliLine } from '../report/aws-cli.ts'
import { badgeJson } from '../report/badge.ts'
import { ctrfJson } from '../report/ctrf.ts'
import { curlLine } from '../report/curl.ts'
import { failureFile, failureFileName } from '../report/failure-file.ts'
import { annotations, withoutCommands } from '../report/github.ts'
import { hostileReport } from '../report/html/hostile.fixture.ts'
import { htmlPage, pageLimit } from '../report/html/page.ts'
import { jsonText } from '../report/json-text.ts'
import { junitXml } from '../report/junit.ts'
import { arbitraryReport } from '../report/outcome.fixture.ts'
import { noColours } from '../report/paint.ts'
import type { Report } from '../report/report.ts'
import { summaryMarkdown } from '../report/summary.ts'
import { reportText } from '../report/text.ts'
import { gated } from '../report/verdict.ts'
import { mapped } from './mutated.fixture.ts'
import { target, type Target } from './target.fixture.ts'
import { anyCall, hostileText } from './values.fixture.ts'

/** Controls but the line feed, and what turns a line around or ends it. */
const raw = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u

const expectPlain = (text: string, what: string): void => {
  const [found] = raw.exec(text) ?? []
  if (found !== undefined) throw new Error(`${what} holds ${JSON.stringify(found)}`)
}

const isTagOfOurs =
  /^<(?:!doctype html|\/?(?:html|head|meta|title|style|script|body|main|header|footer|section|article|nav|h[1-6]|p|a|abbr|b|i|em|strong|span|div|pre|code|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|colgroup|col|details|summary|button|label|input|select|option|fieldset|legend|small|sup|time|mark|ins|del|kbd|samp|hr|br|wbr|svg|desc|tspan|path|rect|circle|line|g|use|symbol|defs|text|output|form|link|template|noscript|progress|meter|var|bdi|bdo|s|u|q|cite|dfn|figure|figcaption|aside|search|menu|textarea)\b)/i

const expectPage = (page: string): void => {
  if (Buffer.byteLength(page) > 1.1 * pageLimit) throw new Error(`the page has ${page.length}`)
  // A tab is a blank there.
  expectPlain(page.replaceAll('\t', ' '), 'the page')
  const outside = page.replaceAll(/<(script|style)\b[^>]*>[^]*?<\/\1>/g, '')
  for (const [tag] of outside.matchAll(/<[^>]*>?/g)) {
    if (!isTagOfOurs.test(tag)) throw new Error(`the page holds ${tag}`)
    const attributes = tag.replaceAll(/"[^"]*"/g, '""')
    if (/\son\w+\s*=/i.test(attributes)) throw new Error(`the page holds ${tag}`)
    if (/href="\s*javascript:/i.test(tag)) throw new Error(`the page links ${tag}`)
  }
}

/** Each line one command of ours, and nothing of it another. */
const expectAnnotations = (lines: readonly string[]): void => {
  for (const line of lines) {
    expectPlain(line, 'an annotation')
    if (!/^::(?:error|warning) [^\n]*?::[^\n]*$/.test(line)) throw new Error(`no command: ${line}`)
  }
}

const token = '0123456789abcdef0123'

/** Every form of a report keeps its form. */
export const expectWellFormed = (report: Report): void => {
  for (const text of [jsonText(report, 2), ctrfJson(report), badgeJson(report)]) {
    JSON.parse(text)
    expectPlain(text, 'JSON')
  }
  const env = { GITHUB_ACTIONS: 'true' }
  JSON.parse(jsonForLog(report, env))
  expectPage(htmlPage(report))
  const text = reportText(report, { width: 80, paint: noColours })
  expectPlain(text, 'the text')
  expectPlain(summaryMarkdown(report), 'the summary')
  expectAnnotations(annotations(report))
  const stopped = withoutCommands(text, token).split('\n')
  if (
    stopped.findIndex((line) => line.trim().toLowerCase() === `::${token}::`) !==
    stopped.length - 2
  ) {
    throw new Error('commands are on again before the end')
  }
  for (const rule of report.rules) {
    if (!/^[a-z0-9_-]{1,200}\.json$/.test(failureFileName(rule.id))) throw new Error(rule.id)
    const { failure } = rule
    if (failure === undefined) continue
    JSON.parse(jsonText(failureFile(report, rule, failure), 2))
  }
}

/** Names of a fixed set, by which a report is what it is. */
const fixed = new Set(
  `endpoint wrapper recording proxy supported unsupported must should may pass fail unexercised
  blocked undecided harness-error documented recorded expected flaky stale expired unmatched
  changed unlisted conforms violates untested quick standard deep lambda-conformance 2024-08
  000 CreateFunction PublishVersion reported inferred`.split(/\s+/),
)

/** A report of which every text that is not of a fixed set is hostile, each another one. */
const hostileThroughout: fc.Arbitrary<Report> = fc
  .array(hostileText, { minLength: 1, maxLength: 12 })
  .map((texts) => {
    let index = 0
    const value: Json = JSON.parse(jsonText(hostileReport))
    const changed = mapped(value, (each) => {
      if (typeof each !== 'string' || fixed.has(each)) return each
      index += 1
      return texts[index % texts.length] ?? ''
    })
    const strange = changed as unknown as Report
    return gated(
      { ...strange, run: { ...strange.run, startedAt: hostileReport.run.startedAt } },
      index % 2 === 0 ? 'must' : 'should',
    )
  })

/** With ids as every reader of a report insists on them. */
const withIds = (report: Report): Report => ({
  ...report,
  rules: report.rules.map((rule, nth) => ({ ...rule, id: `names/${nth}` })),
})

const anyReport = fc.oneof(arbitraryReport, hostileThroughout).map(withIds)

const anywhere = fc.record({
  endpoint: fc.constantFrom('http://127.0.0.1:1', 'https://lambda.eu-west-1.amazonaws.com'),
  region: hostileText.map((text) => text.replaceAll('\0', '')),
})

const schema = readFileSync(new URL('../../spec/report/junit.xsd', import.meta.url), 'utf8')

const expectXml = async (reports: readonly Report[]): Promise<void> => {
  const xml = reports.map((report, nth) => ({ fileName: `${nth}.xml`, contents: junitXml(report) }))
  const { errors } = await validateXML({ xml, schema })
  if (errors.length > 0) throw new Error(errors[0]?.message)
}

/** A parser in WebAssembly is started for each look at some: that is what takes its time. */
const batch = 10

export const writerTargets: readonly Target[] = [
  target(
    'a hostile report keeps its form in every form',
    'dear',
    fc.property(anyReport, expectWellFormed),
  ),
  {
    name: 'a hostile report is well-formed XML',
    cost: 'dear',
    run: async (cases, seed) => {
      const reports = fc.array(anyReport, { minLength: batch, maxLength: batch })
      const property = fc.asyncProperty(reports, expectXml)
      await fc.assert(property, { numRuns: Math.ceil(cases / batch), seed })
    },
  },
  target(
    'every call has a line for cURL and one for the AWS CLI, each a single line',
    'cheap',
    () =>
      fc.property(anyCall, anywhere, (call, target_) => {
        const request = encodeCall(call, operations['2024-08'][call.operation])
        for (const line of [curlLine({ request }, target_), awsCliLine({ call }, target_)]) {
          if (/\p{Cc}/u.test(line)) throw new Error(JSON.stringify(line))
        }
      }),
  ),
]
