import type { Facets, Flat } from './flat.ts'
import { said } from './flat.ts'
import type { FacetTable } from './table.ts'

export const flattenTable = (table: FacetTable): Flat => {
  const flat = new Map<string, Facets>()

  const walk = (place: string, name: string, more: Facets): void => {
    const shape = table.shapes[name]
    if (shape === undefined) throw new Error(`Failed to read the table, because it has no ${name}`)
    const { type, min, max, pattern, enum: values } = shape
    flat.set(place, { ...said({ type, min, max, pattern, enum: values }), ...more })
    for (const [member, of] of Object.entries(shape.members ?? {})) {
      const required = shape.required?.includes(member) ?? false
      walk(`${place}/${member}`, of, required ? { required } : {})
    }
    if (shape.item !== undefined) walk(`${place}/[]`, shape.item, {})
    if (shape.key !== undefined) walk(`${place}/{name}`, shape.key, {})
    if (shape.value !== undefined) walk(`${place}/{}`, shape.value, {})
  }

  for (const [name, operation] of Object.entries(table.operations)) {
    const { method, path, status, input, output, errors } = operation
    flat.set(name, { method, path, success: [status] })
    for (const [member, { in: where, required, shape }] of Object.entries(input)) {
      walk(`${name}/input/${member}`, shape, { in: where, ...(required ? { required } : {}) })
    }
    if (output !== undefined) walk(`${name}/output`, output, {})
    for (const [error, of] of Object.entries(errors))
      flat.set(`${name}/errors/${error}`, { status: of })
  }
  return flat
}
