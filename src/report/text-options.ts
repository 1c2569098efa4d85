import type { Paint } from './paint.ts'
import type { Report } from './report.ts'

export type TextOptions = {
  /** Columns to fill. */
  readonly width: number
  readonly paint: Paint
}

export const subjectInWords = ({
  endpoint,
  name,
  embedded,
}: Pick<Report['subject'], 'endpoint' | 'name' | 'embedded'>): string => {
  const where = embedded ? 'the embedded reference endpoint' : endpoint
  return name === undefined ? where : `${name}, in front of ${where}`
}
