import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryReport, hostileTexts } from '../outcome.fixture.ts'
import { repeatPublishFailure, ruleReport } from '../report.fixture.ts'
import type { Report } from '../report.ts'
import { withoutCode } from '../summary-markdown.fixture.ts'
import { matrixMarkdown } from './markdown.ts'
import { matrixFrom, runOn } from './matrix.fixture.ts'
import { mostSubjects } from './subjects.ts'

const failed = (id: string, actual = 'Version "2"') =>
  ruleReport(id, 'fail', { failure: { ...repeatPublishFailure, actual } })

const may = (observed: string) =>
  ruleReport('a/may', 'pass', { level: 'may', observed: [observed] })

test('what differs comes first, then what fails on all, what was surveyed, what is alike', () => {
  const markdown = matrixMarkdown(
    matrixFrom(
      runOn('one', [
        ruleReport('a/alike', 'pass'),
        may('new version'),
        failed('a/red'),
        ruleReport('a/mixed', 'pass'),
        ruleReport('a/open', 'pass'),
      ]),
      runOn(
        'two',
        [may('same version'), failed('a/red'), failed('a/mixed'), ruleReport('a/open', 'blocked')],
        { edition: '2018-11' },
      ),
    ),
  )
  expect(markdown).toMatchInlineSnapshot(`
    "## 2 subjects compared

    Of 5 rules 1 passes on one subject and fails on another, 1 is not judged on every subject, 1 fails on all, 1 shows another behaviour that AWS allows, 1 is the same on all.

    - **A** \`http://one\` (endpoint)
    - **B** \`http://two\` (endpoint)

    |  | gate | must | should | coverage | edition | profile | seed | tool | date |
    | --- | --- | --: | --: | --: | --- | --- | --: | --- | --- |
    | **A** | violates (must) | 75 % (3/4) | – | 100 % | 2024-08 | standard | 1823 | \`0.1.0\` | \`2026-11-21\` |
    | **B** | violates (must) | 0 % (0/2) | – | 75 % | 2018-11 | standard | 1823 | \`0.1.0\` | \`2026-11-21\` |

    - Note: editions differ: \`2024-08\` (A), \`2018-11\` (B); a rule that one of them lacks stands as –
    - Note: not every report has every rule: \`5 of 5\` (A), \`4 of 5\` (B); what is not there stands as –

    ### Pass on one, fail on another (1)

    | rule | level | A | B |
    | --- | --- | --- | --- |
    | \`a/mixed\` | must | ✓ pass | ✗ **fail** |

    ### Not judged on every subject (1)

    | rule | level | A | B |
    | --- | --- | --- | --- |
    | \`a/open\` | must | ✓ pass | blocked |

    ### Fail on all (1)

    | rule | level | A | B |
    | --- | --- | --- | --- |
    | \`a/red\` | must | ✗ **fail** | ✗ **fail** |

    ### Surveyed, where AWS may do either (1)

    - \`a/may\`: A \`new version\`, B \`same version\`

    <details><summary>What came</summary>

    - \`a/mixed\`, B: \`expected Version "1", already made from this code and configuration, got Version "2"\`
    - \`a/red\`, A: \`expected Version "1", already made from this code and configuration, got Version "2"\`
    - \`a/red\`, B: \`expected Version "1", already made from this code and configuration, got Version "2"\`

    </details>

    <details><summary>The same on all (1)</summary>

    \`a/alike\`

    </details>
    "
  `)
})

/** Cells of each line of a table, told apart as GitHub does: by every bar without a backslash before it. */
const tables = (markdown: string): readonly number[][] =>
  markdown
    .trim()
    .split(/\n\n+/)
    .filter((block) => block.startsWith('| '))
    .map((block) => block.split('\n').map((line) => line.split('|').length))

const hostile = (report: Report, text: string): Report => ({
  ...report,
  tool: { name: 'lambda-conformance', version: text || '1' },
})

const reports = fc.array(
  fc.tuple(arbitraryReport, fc.constantFrom(...hostileTexts)).map((pair) => hostile(...pair)),
  { minLength: 2, maxLength: 4 },
)

test('no text of a report gets out of its place', () => {
  fc.assert(
    fc.property(reports, (each) => {
      const markdown = matrixMarkdown(matrixFrom(...each))
      const prose = withoutCode(markdown)
      expect(prose).not.toMatch(/octocat|alert|example\.com|<x|\[link|::error|a\|b/)
      expect(prose.replaceAll(/<\/?(details|summary)>/g, '')).not.toMatch(/[<>[\]]/)
      expect(markdown).not.toMatch(/##\[|^::|[^\n\P{Cc}]/mu)
      for (const widths of tables(markdown)) expect(new Set(widths).size).toBe(1)
    }),
  )
})

test.each(['x', '`', '→', '\u202e', '|'])(
  'it stays under 60 KB however long the reports are, and says what is left out: %j',
  (character) => {
    const long = character.repeat(2_000)
    const rules = Array.from({ length: 1_500 }, (_, index) => `area-${index % 9}/${index}-${long}`)
    const columns = Array.from({ length: mostSubjects }, (_, column) =>
      hostile(
        runOn(
          `${column}${long}`,
          rules.map((id, index) => {
            if (index % 5 === 0) return ruleReport(id, 'pass', { observed: [`${column}${long}`] })
            if (index % 5 === 1) return column === 0 ? ruleReport(id, 'pass') : failed(id, long)
            if (index % 5 === 2) return failed(id, long)
            if (index % 5 === 3) return ruleReport(id, column === 0 ? 'pass' : 'blocked')
            return ruleReport(id, 'pass', { level: 'may', observed: [`${column}${long}`] })
          }),
        ),
        `${column}${long}`,
      ),
    )
    const markdown = matrixMarkdown(matrixFrom(...columns))
    expect(Buffer.byteLength(markdown)).toBeLessThan(60_000)
    expect(markdown.match(/and \d+ more, in the HTML page/g)?.length).toBeGreaterThanOrEqual(6)
  },
)

test('the same reports give the same bytes', () => {
  const one = runOn('one', [failed('a/b')])
  const two = runOn('two', [ruleReport('a/b', 'pass')])
  expect(matrixMarkdown(matrixFrom(structuredClone(one), structuredClone(two)))).toBe(
    matrixMarkdown(matrixFrom(one, two)),
  )
})
