import type { Document } from 'yaml'
import { lists, type Baseline, type ListName } from './baseline.ts'
import { firstFault } from './baseline-schema.ts'
import { unusable } from './place.ts'
import { parseYaml, type YamlText } from './yaml-text.ts'

/** A baseline with the document it stands in, whose nodes can be edited. */
export type BaselineDocument = {
  readonly baseline: Baseline
  readonly document: Document
  readonly text: string
}

const oneLined = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : value

const entriesOf = ({ value, lineOf }: YamlText, list: ListName): readonly unknown[] => {
  const entries = (value as Readonly<Record<string, readonly object[] | undefined>>)[list] ?? []
  return entries.map((entry, index) => ({
    ...Object.fromEntries(Object.entries(entry).map(([name, text]) => [name, oneLined(text)])),
    line: lineOf([list, index]) ?? 1,
  }))
}

/** What an entry is about; its reason and its issue may be told in other words. */
const identityOf = (entry: Baseline[ListName][number]): readonly (string | undefined)[] =>
  'operation' in entry
    ? [entry.operation]
    : [entry.rule, entry.expires, 'signature' in entry ? entry.signature : undefined]

/** The same entry again is a merge gone wrong: the second one would never be looked at. */
const refuseRepeated = (baseline: Baseline): void => {
  for (const list of lists) {
    const seen = new Map<string, number>()
    for (const entry of baseline[list]) {
      const key = JSON.stringify(identityOf(entry))
      const earlier = seen.get(key)
      if (earlier !== undefined) {
        const fault = `it repeats the entry of line ${earlier}; delete one of them`
        throw unusable(baseline.file, entry.line, fault)
      }
      seen.set(key, entry.line)
    }
  }
}

const whatItIs = (value: unknown): string => {
  if (value === null || value === undefined) return 'it is empty'
  return Array.isArray(value) ? 'it is a list' : 'it is text'
}

/** Throws `UsageError`, one line, for the first thing that is wrong. `file` is only what messages say. */
export const parseBaseline = (text: string, file: string): BaselineDocument => {
  const yaml = parseYaml(text, file)
  const { value, document, lineOf } = yaml
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const fault = `${whatItIs(value)}; a baseline begins with "version: 1"`
    throw unusable(file, undefined, fault)
  }
  const fault = firstFault(value)
  if (fault !== undefined) throw unusable(file, lineOf(fault.path), fault.message)
  const entries = Object.fromEntries(lists.map((list) => [list, entriesOf(yaml, list)]))
  // The schema has vouched for the shape.
  const baseline = { file, ...entries } as unknown as Baseline
  refuseRepeated(baseline)
  return { baseline, document, text }
}
