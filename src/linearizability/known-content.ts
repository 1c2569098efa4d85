import type { Call, Json, JsonObject } from '../call.ts'
import { member, sameJson } from '../model/json.ts'

/** What is known of the code and the settings of `$LATEST` or a version. A member that is not here can have any value. */
export type KnownContent = Readonly<Record<string, Json>>

/** What an update asks for, and the members whose values it leaves open: those of before are gone, the new ones not told. */
export type Asked = { readonly set: KnownContent; readonly doubted: readonly string[] }

const codeMembers = ['CodeSha256', 'CodeSize'] as const
const settings = ['Description', 'Handler', 'MemorySize', 'Timeout', 'Runtime', 'Role'] as const
const variables = 'Environment'
/** Enough to tell two updates apart; what services are known to show in several ways is not among them. */
const members = [...codeMembers, ...settings, variables] as const

const pick = (value: JsonObject | undefined, names: readonly string[]): KnownContent => {
  const picked: Record<string, Json> = {}
  for (const name of names) {
    const found = member(value, name)
    const part = name === variables ? member(found, 'Variables') : found
    if (part !== undefined) picked[name] = part
  }
  return picked
}

/** What a reply shows. Absent and null tell nothing. */
export const shownContent = (body: JsonObject | undefined): KnownContent => pick(body, members)

export const askedBy = (call: Call): Asked => {
  // Of a request whose members are not all recorded, none can be told to have been left as it was.
  if (call.partial) return { set: {}, doubted: members }
  if (call.operation === 'UpdateFunctionCode') return { set: {}, doubted: codeMembers }
  const set = pick(call.input, [...settings, variables])
  const isOpen = member(call.input, variables) !== undefined && set[variables] === undefined
  return { set, doubted: isOpen ? [variables] : [] }
}

export const without = (content: KnownContent, names: readonly string[]): KnownContent =>
  names.some((name) => Object.hasOwn(content, name))
    ? Object.fromEntries(Object.entries(content).filter(([name]) => !names.includes(name)))
    : content

/** Whether both can be of one thing: no member that both have differs. */
export const agree = (a: KnownContent, b: KnownContent): boolean =>
  members.every(
    (name) => a[name] === undefined || b[name] === undefined || sameJson(a[name], b[name]),
  )

export const contentText = (content: KnownContent): string =>
  JSON.stringify(members.map((name) => content[name] ?? null))

const hex = /^[0-9a-f]{64}$/i

const inBase64 = (hash: string): string =>
  hex.test(hash) ? Buffer.from(hash, 'hex').toString('base64') : hash

/** Whether two hashes are of the same bytes: that base64 is the notation is advice only (spec/decisions/hash-notation.md). */
export const sameHash = (given: string, known: Json | undefined): boolean =>
  typeof known !== 'string' || inBase64(given) === inBase64(known)
