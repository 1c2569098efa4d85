import type { Paint } from './paint.ts'
import type { FailOn } from './verdict.ts'

export type TextOptions = {
  /** Columns to fill. */
  readonly width: number
  readonly paint: Paint
  readonly failOn: FailOn
  /** The subject is the reference endpoint that the run itself started: its port means nothing afterwards. */
  readonly embedded: boolean
  /** The run was stopped before its end. */
  readonly interrupted: boolean
}

export const subjectInWords = (
  endpoint: string,
  { embedded }: Pick<TextOptions, 'embedded'>,
): string => (embedded ? 'the embedded reference endpoint' : endpoint)
