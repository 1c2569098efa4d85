import { UsageError } from '../run/errors.ts'
import { sanitize } from '../report/sanitize.ts'

/** `known.yaml, line 3` */
export const place = (file: string, line?: number): string =>
  `${sanitize(file, 120)}${line === undefined ? '' : `, line ${line}`}`

/** What is wrong with a baseline file, and where. */
export const unusable = (file: string, line: number | undefined, fault: string): UsageError =>
  new UsageError(`the baseline cannot be used (${place(file, line)}): ${fault}`)
