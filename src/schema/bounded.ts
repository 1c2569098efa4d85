import type { Json } from '../call.ts'

/**
 * The most of a value that is looked at. Replies come from anyone: a reply of a million wrong items would make as many
 * errors before one is read. The limits are beyond everything documented (1,500 items, 10,000 characters).
 */
const limits = { depth: 64, items: 2_000, characters: 100_000, nodes: 100_000 }

/** The same value, as far as it is looked at. What is beyond becomes null, which no response schema objects to. */
export const bounded = (value: Json): Json => {
  let left = limits.nodes
  const cut = (node: Json, depth: number): Json => {
    left -= 1
    if (typeof node === 'string') return node.slice(0, limits.characters)
    if (typeof node !== 'object' || node === null) return node
    if (left <= 0 || depth >= limits.depth) return null
    if (Array.isArray(node)) {
      return node.slice(0, limits.items).map((item: Json) => cut(item, depth + 1))
    }
    const entries = Object.entries(node).slice(0, limits.items)
    // fromEntries defines members, so that one named __proto__ stays a member.
    return Object.fromEntries(entries.map(([name, member]) => [name, cut(member, depth + 1)]))
  }
  return cut(value, 0)
}

/** A value on one line, at most 200 characters of it. */
export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'absent'
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`
}
