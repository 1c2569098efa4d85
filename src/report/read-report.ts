import { createRequire } from 'node:module'
import formats from 'ajv-formats'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { errorCode } from '../run/error-code.ts'
import type { Report } from './report.ts'
import { readText } from './read-text.ts'
import { sanitize } from './sanitize.ts'
import { UsageError } from '../run/errors.ts'

let compiled: ValidateFunction<Report> | undefined

const validator = (): ValidateFunction<Report> => {
  if (compiled !== undefined) return compiled
  const schema: object = createRequire(import.meta.url)('lambda-conformance/schemas/report.json')
  const ajv = new Ajv2020({ strict: true, strictRequired: false })
  formats.default(ajv)
  compiled = ajv.compile<Report>(schema)
  return compiled
}

const parsed = (content: string): unknown => {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

/** Reads a report.json; `option` is where its name was given. Throws `UsageError`, one line. */
export const readReportFile = async (path: string, option: string): Promise<Report> => {
  const shown = sanitize(path, 120)
  const content = await readText(path).catch((error: unknown) => {
    throw new UsageError(
      `${option} cannot read "${shown}" (${errorCode(error) ?? String(error)}); give the report.json that run --out DIR wrote`,
    )
  })
  const report = parsed(content)
  const validate = validator()
  if (validate(report)) return report
  const [error] = validate.errors ?? []
  const why =
    report === undefined ? 'no JSON' : `${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim()
  throw new UsageError(
    `${option} finds no report of this release in "${shown}" (${sanitize(why, 100)}); give the report.json that run --out DIR wrote`,
  )
}
