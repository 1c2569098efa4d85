import { contentText, type KnownContent } from './known-content.ts'
import { noRevision, revisionText, type Revision } from './revision.ts'

export type KnownVersion = {
  readonly content: KnownContent
  /** `$LATEST` as it was when the version was made: what a later publish is compared with. */
  readonly basis: KnownContent
}

export type KnownAlias = {
  readonly version: string | undefined
  readonly description: string | undefined
  readonly revision: Revision
}

/** What one function may be at a moment, as far as it matters for what it may answer next. */
export type FunctionState = {
  /** `going`: its deletion is under way, and it may be there still or not. */
  readonly exists: 'yes' | 'no' | 'going'
  readonly content: KnownContent
  readonly revision: Revision
  /** Something has happened since the last version was made that lets a publish make another: on some services, or on all. */
  readonly touched: boolean
  /** The version made last; `hidden` where its number was not told. */
  readonly last: number | 'hidden' | undefined
  readonly versions: ReadonlyMap<number, KnownVersion>
  /** How many versions there may be beside these, made by calls whose replies were lost. */
  readonly hidden: number
  readonly aliases: ReadonlyMap<string, KnownAlias>
  /** Aliases that are not known may be there. */
  readonly openAliases: boolean
}

/** A function whose name nobody has used before. */
export const notMade: FunctionState = {
  exists: 'no',
  content: {},
  revision: noRevision,
  touched: false,
  last: undefined,
  versions: new Map(),
  hidden: 0,
  aliases: new Map(),
  openAliases: false,
}

/** A function of which nothing is known, not even whether it is there. */
export const anything: readonly FunctionState[] = [
  { ...notMade, openAliases: true },
  {
    ...notMade,
    exists: 'yes',
    touched: true,
    last: 'hidden',
    hidden: Infinity,
    openAliases: true,
  },
]

/** Calls `textOf` once for an object that never changes. */
const once = <Value extends object, Text>(textOf: (value: Value) => Text) => {
  const known = new WeakMap<Value, Text>()
  return (value: Value): Text => {
    const text = known.get(value) ?? textOf(value)
    known.set(value, text)
    return text
  }
}

/** Texts of states. Long parts, of which there are few different ones, are numbered: a search keeps very many of them. */
export const stateKeys = (): ((state: FunctionState) => string) => {
  const numbers = new Map<string, number>()
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  }
  const contentOf = once((content: KnownContent) => numberOf(contentText(content)))
  const versionsOf = once((versions: FunctionState['versions']) =>
    numberOf(
      [...versions]
        .toSorted(([a], [b]) => a - b)
        .map(([n, { content, basis }]) => `${n} ${contentOf(content)} ${contentOf(basis)}`)
        .join(),
    ),
  )
  const aliasesOf = once((aliases: FunctionState['aliases']) =>
    numberOf(
      JSON.stringify(
        [...aliases]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, { version, description, revision }]) => [
            name,
            version ?? null,
            description ?? null,
            revisionText(revision),
          ]),
      ),
    ),
  )
  return ({ exists, content, revision, touched, last, versions, hidden, aliases, openAliases }) =>
    [
      exists,
      contentOf(content),
      revisionText(revision),
      Number(touched),
      last,
      versionsOf(versions),
      hidden,
      aliasesOf(aliases),
      Number(openAliases),
    ].join('|')
}
