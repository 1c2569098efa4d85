import { readdir, readFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'
import { isFailureFileName } from '../report/failure-file.ts'
import type { Report } from '../report/report.ts'
import { withoutCode } from '../report/summary-markdown.fixture.ts'

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
const isReport = ajv.compile<Report>(JSON.parse(read('generated/schemas/report.json')))
const schema = read('spec/report/junit.xsd')

const parses = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const faultsOfXml = async (xml: string): Promise<readonly string[]> =>
  (await validateXML({ xml, schema })).errors.map(({ message }) => message)

/** A tag or an address that a page would act on. */
const active =
  /<hostile|<script>hostile|onerror=hostile\(\)>|href="?(?:javascript:|http:\/\/hostile)/i

const faultsOfMarkdown = (text: string): readonly string[] => {
  const prose = withoutCode(text)
  return active.test(prose) ||
    /^# hostile/m.test(prose) ||
    /\]\((?:javascript|http:\/\/hostile)/.test(prose)
    ? ['has text of the subject that acts']
    : []
}

const faultsOf = async (path: string, text: string): Promise<readonly string[]> => {
  switch (path.split('.').at(-1)) {
    case 'json':
      return parses(text) ? [] : ['is no JSON']
    case 'ndjson':
    case 'jsonl':
      return text.split('\n').every((line) => line === '' || parses(line)) ? [] : ['is no NDJSON']
    case 'xml':
      return faultsOfXml(text)
    case 'html':
      return active.test(text) ? ['has text of the subject that acts'] : []
    case 'md':
      return faultsOfMarkdown(text)
    default:
      return []
  }
}

const files =
  /^(?:(?:report|badge|ctrf)\.json|report\.html|junit\.xml|summary\.md|trace\.ndjson|failures|ledger(?:\/.*)?)$/

const isExpected = (path: string): boolean =>
  files.test(path) || (path.startsWith('failures/') && isFailureFileName(path.slice(9)))

/** What is wrong with the files of a run, and its report if there is one. */
export const faultsOfFiles = async (out: string) => {
  const paths = await readdir(out, { recursive: true }).catch((): string[] => [])
  const faults: string[] = paths
    .filter((path) => !isExpected(path))
    .map((path) => `${path} was written`)
  let report: Report | undefined
  for (const path of paths.filter((each) => each.includes('.'))) {
    const text = await readFile(join(out, path), 'utf8')
    for (const fault of await faultsOf(path, text)) faults.push(`${path} ${fault}`)
    if (path !== 'report.json' || !parses(text)) continue
    const found: unknown = JSON.parse(text)
    if (isReport(found)) report = found
    else faults.push(`report.json does not keep its schema: ${ajv.errorsText(isReport.errors)}`)
  }
  return { report, faults }
}
