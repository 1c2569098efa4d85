import { isScalar, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml'
import { sanitize } from '../report/sanitize.ts'
import { unusable } from './place.ts'

type Path = readonly (string | number)[]

export type YamlText = {
  readonly document: Document
  readonly value: unknown
  /** Line of what a path names, or of the nearest thing around it. */
  readonly lineOf: (path: Path) => number | undefined
}

const mostAliases = 100
const quotes = 'text with any of * ! { [ # : in it belongs in quotes'
const repeatsItself = 'it repeats itself by too many aliases; write the text out'
const tooDeep = 'it is nested too deeply; write it as init does'

const isTooDeep = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('call stack')

type Fault = { readonly offset: number; readonly message: string }

const startOf = (node: unknown): number => (node as Partial<Node> | null)?.range?.[0] ?? 0

/** What the library's parser lets pass. Its own look at keys takes minutes where there are many of them. */
const slipIn = (document: Document): Fault | undefined => {
  let found: Fault | undefined
  const at = (node: unknown, message: string): symbol => {
    found = { offset: startOf(node), message }
    return visit.BREAK
  }
  let aliases = 0
  visit(document, {
    Alias: (_key, node) => {
      aliases += 1
      // Before it is looked up, because each look goes through the whole document.
      if (aliases > mostAliases) return at(node, repeatsItself)
      return node.resolve(document) === undefined
        ? at(node, `*${sanitize(node.source, 80)} names nothing; ${quotes}`)
        : undefined
    },
    Map: (_key, { items }) => {
      const keys = new Set<string>()
      for (const { key } of items) {
        if (!isScalar(key)) return at(key, 'a key is no text; write it as init does')
        const name = String(key.value)
        if (keys.has(name)) return at(key, `it has "${sanitize(name, 80)}" twice; leave one`)
        keys.add(name)
      }
      return undefined
    },
  })
  return found
}

const parserFault = ({ errors, warnings }: Document): Fault | undefined => {
  const [error] = [...errors, ...warnings]
  if (error === undefined) return undefined
  const [offset] = error.pos
  if (isTooDeep(error)) return { offset, message: tooDeep }
  if (error.code === 'MULTIPLE_DOCS') {
    return { offset, message: 'it holds more than one document; leave one' }
  }
  const words = sanitize(error.message.replace(/\.$/, ''), 100)
  return { offset, message: `it is no YAML: ${words}; ${quotes}` }
}

const valueOf = (document: Document, file: string): unknown => {
  try {
    return document.toJS({ maxAliasCount: mostAliases })
  } catch (error) {
    // Few aliases of aliases come to billions of copies.
    if (!(error instanceof ReferenceError)) throw error
    throw unusable(file, undefined, repeatsItself)
  }
}

const parse = (text: string, file: string): YamlText => {
  const counter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: false,
    // Its warnings would go to the terminal as they are, with what the file holds.
    logLevel: 'error',
  })
  const lineAt = (offset: number): number => counter.linePos(offset).line
  const fault = parserFault(document) ?? slipIn(document)
  if (fault !== undefined) throw unusable(file, lineAt(fault.offset), fault.message)
  return {
    document,
    value: valueOf(document, file),
    lineOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true) as Partial<Node> | undefined
        if (node?.range) return lineAt(node.range[0])
      }
      return undefined
    },
  }
}

/** YAML, or JSON, which is YAML too. Throws `UsageError` for the first thing that is wrong; `file` is what it says. */
export const parseYaml = (text: string, file: string): YamlText => {
  try {
    return parse(text, file)
  } catch (error) {
    throw isTooDeep(error) ? unusable(file, undefined, tooDeep) : error
  }
}
