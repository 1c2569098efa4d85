import type { Paint } from './paint.ts'
import type { FailOn } from './verdict.ts'

export type TextOptions = {
  /** Columns to fill. */
  readonly width: number
  readonly paint: Paint
  readonly failOn: FailOn
  /** The subject is the reference endpoint that the run itself started: its port means nothing afterwards. */
  readonly embedded: boolean
  /** What the wrapper command was given to judge, as it is typed; only there. */
  readonly wrapper?: string
  /** The run was stopped before its end. */
  readonly interrupted: boolean
}

export const subjectInWords = (
  { endpoint, name }: { readonly endpoint: string; readonly name?: string },
  { embedded }: Pick<TextOptions, 'embedded'>,
): string => {
  const where = embedded ? 'the embedded reference endpoint' : endpoint
  return name === undefined ? where : `${name}, in front of ${where}`
}
