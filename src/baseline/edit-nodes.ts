import { isMap, isScalar, isSeq, type Document, type Node, type YAMLMap, type YAMLSeq } from 'yaml'
import { UsageError } from '../run/errors.ts'
import type { ListName } from './baseline.ts'
import type { BaselineDocument } from './parse-baseline.ts'

/** The members of an entry in the order in which they are written; what is undefined is left out. */
export type NewEntry = Readonly<Record<string, string | undefined>>

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const columnOf = (text: string, offset: number): number =>
  offset - (text.lastIndexOf('\n', offset - 1) + 1)

/** How far the file itself indents its lists, so that an edit leaves the other lines alone. */
const layoutOf = (text: string): { readonly indent: number; readonly indentSeq: boolean } => {
  const dash = /^[^\S\n]*- /m.exec(text)
  const column = dash === null ? 2 : columnOf(text, dash.index + dash[0].length - 2)
  return { indent: Math.min(Math.max(column, 2), 8), indentSeq: column > 0 }
}

const anchored = (): UsageError =>
  new UsageError(
    'the baseline cannot be changed: what is to be changed has an anchor that others refer to; write the text out there',
  )

/** The text of an edited document, in the style of the text it was read from. */
export const textOf = ({ document, text }: Pick<BaselineDocument, 'document' | 'text'>): string => {
  if (isJson(text)) return `${JSON.stringify(document.toJS(), null, 2)}\n`
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  try {
    return document.toString({ lineWidth: 0, ...layoutOf(text) }).replaceAll('\n', newline)
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('Unresolved alias')) throw error
    throw anchored()
  }
}

const refusal = (what: string): UsageError =>
  new UsageError(
    `the baseline cannot be changed: ${what} stands elsewhere, by an alias; write it out first`,
  )

const listIn = (document: Document, list: ListName): YAMLSeq => {
  const found = document.get(list)
  if (isSeq(found)) {
    // `[]` would make all that is added one long line.
    if (found.items.length === 0) found.flow = false
    return found
  }
  if (found !== undefined) throw refusal(list)
  const made = document.createNode([]) as YAMLSeq
  document.set(list, made)
  return made
}

const present = (entry: NewEntry): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(entry).filter((member): member is [string, string] => member[1] !== undefined),
  )

export const addEntry = (
  document: Document,
  list: ListName,
  entry: NewEntry,
  after?: number,
): void => {
  const items = listIn(document, list).items
  const node = document.createNode(present(entry))
  items.splice(after === undefined ? items.length : after + 1, 0, node)
}

const entryAt = (document: Document, list: ListName, index: number): YAMLMap => {
  const entry = document.getIn([list, index], true)
  if (!isMap(entry)) throw refusal(`an entry of ${list}`)
  return entry
}

/** Another value for a member, quoted as it was. */
export const setMember = (
  document: Document,
  list: ListName,
  index: number,
  member: string,
  value: string,
): void => {
  const entry = entryAt(document, list, index)
  const node = entry.get(member, true)
  if (isScalar(node) && node.anchor !== undefined) throw anchored()
  if (isScalar(node)) node.value = value
  else entry.set(member, value)
}

/** Whether a comment stands behind the name of a list: `expectedFailures: # known`. */
const hasCommentBeside = ({ contents }: Document, list: ListName, text: string): boolean => {
  if (!isMap(contents)) return false
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === list)
  const end = isScalar(pair?.key) ? pair.key.range?.[1] : undefined
  return end !== undefined && /^:[^\S\n]+#/.test(text.slice(end))
}

/** What of the comments above the first entry is about more than it: all paragraphs but the last, and what stands beside the name. */
const withoutOwn = (comment: string, isFirstLineBeside: boolean): string | null => {
  const lines = comment.split('\n')
  const [beside, above] = isFirstLineBeside ? [lines.slice(0, 1), lines.slice(1)] : [[], lines]
  const end = above.lastIndexOf('')
  const left = [...beside, ...(end < 0 ? [] : above.slice(0, end))]
  return left.length === 0 ? null : left.join('\n')
}

/** Takes entries out, each with the comment above it. */
export const removeEntries = (
  { document, text }: Pick<BaselineDocument, 'document' | 'text'>,
  list: ListName,
  indexes: ReadonlySet<number>,
): void => {
  if (indexes.size === 0) return
  const found = listIn(document, list)
  // The library gives the comment above the first entry to the list.
  if (indexes.has(0) && found.commentBefore) {
    const beside = hasCommentBeside(document, list, text)
    found.commentBefore = withoutOwn(found.commentBefore, beside)
  }
  const rest = found.items.filter((_, index) => !indexes.has(index))
  const first = rest[0] as Node | undefined
  if (first !== undefined && indexes.has(0)) first.spaceBefore = false
  found.items = rest
}
