import type { Json } from '../call.ts'
import { isObject } from '../model/json.ts'
import { type Document, optionalObject } from './document.ts'

const sections = ['schemas', 'responses', 'headers'] as const

const references = (value: Json, found: Set<string>): void => {
  if (Array.isArray(value)) value.forEach((item: Json) => references(item, found))
  if (!isObject(value)) return
  if (typeof value['$ref'] === 'string') found.add(value['$ref'])
  for (const member of Object.values(value)) references(member, found)
}

/** Without the components that a patch left unused: an edition says nothing about what it does not have. */
export const prune = (document: Document): Document => {
  const components = optionalObject(document, 'components') ?? {}
  const used = new Set<string>()
  references(document['paths'] ?? {}, used)
  for (const reference of used) {
    const [section = '', name = ''] = reference.replace('#/components/', '').split('/')
    // A set may grow while it is walked: what is found here is visited too.
    references(optionalObject(components, section)?.[name] ?? null, used)
  }
  const kept: Record<string, Json> = { ...components }
  for (const section of sections) {
    const entries = Object.entries(optionalObject(components, section) ?? {})
    kept[section] = Object.fromEntries(
      entries.filter(([name]) => used.has(`#/components/${section}/${name}`)),
    )
  }
  return { ...document, components: kept }
}
