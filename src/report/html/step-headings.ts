import type { Json } from '../../call.ts'
import type { FailureStep } from '../report.ts'
import { callsInWords } from '../words.ts'

/** Stands for an arrow within a text, so that the arrows between the calls are the only ones. */
const placeholder = '\u{e000}'

const withoutArrows = <T extends Json>(value: T): T =>
  JSON.parse(JSON.stringify(value).replaceAll('→', placeholder)) as T

/** What `callsInWords` says of each step: names are short and the same all through the story. */
export const stepHeadings = (steps: readonly FailureStep[]): readonly string[] =>
  callsInWords(steps.map(({ call }) => ({ call: { ...call, input: withoutArrows(call.input) } })))
    .split(' → ')
    .map((heading) => heading.replaceAll(placeholder, '→'))
