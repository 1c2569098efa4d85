import type { Edition } from '../../../spec/editions.ts'
import { operationNames } from '../../../spec/operations.ts'
import {
  type FacetTable,
  type InputMember,
  type ModelOperation,
  modelDates,
  type Shape,
} from './table.ts'

type Reference = {
  readonly shape: string
  readonly location?: string
  readonly locationName?: string
}

type ModelShape = {
  readonly type: string
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly required?: readonly string[]
  readonly members?: Readonly<Record<string, Reference>>
  readonly member?: Reference
  readonly key?: Reference
  readonly value?: Reference
  readonly error?: { readonly httpStatusCode: number }
}

/** The service model as AWS publishes it, as far as it is read here. */
export type ServiceModel = {
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly http: {
          readonly method: string
          readonly requestUri: string
          readonly responseCode?: number
        }
        readonly input: Reference
        readonly output?: Reference
        readonly errors: readonly Reference[]
      }
    >
  >
  readonly shapes: Readonly<Record<string, ModelShape>>
}

const places: Readonly<Record<string, string>> = { uri: 'path', querystring: 'query' }

const sorted = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))

export const fromModel = (edition: Edition, model: ServiceModel): FacetTable => {
  const shapes: Record<string, Shape> = {}
  const errors: Record<string, readonly string[]> = {}

  const known = (name: string): ModelShape => {
    const shape = model.shapes[name]
    if (shape !== undefined) return shape
    throw new Error(`Failed to read the model of ${edition}, because it has no shape ${name}`)
  }

  const add = (name: string): string => {
    if (name in shapes) return name
    const {
      type,
      min,
      max,
      pattern,
      enum: values,
      required,
      members,
      member,
      key,
      value,
    } = known(name)
    const names = Object.entries(members ?? {}).map(([of, { shape }]) => [of, shape])
    shapes[name] = {
      type,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(pattern === undefined ? {} : { pattern }),
      ...(values === undefined ? {} : { enum: values }),
      ...(required === undefined || required.length === 0 ? {} : { required }),
      ...(members === undefined ? {} : { members: Object.fromEntries(names) }),
      ...(member === undefined ? {} : { item: member.shape }),
      ...(key === undefined || value === undefined ? {} : { key: key.shape, value: value.shape }),
    }
    const inner = [...Object.values(members ?? {}), member, key, value]
    for (const reference of inner) if (reference !== undefined) add(reference.shape)
    return name
  }

  const operation = (name: string): ModelOperation => {
    const found = model.operations[name]
    if (found === undefined) {
      throw new Error(`Failed to read the model of ${edition}, because it has no operation ${name}`)
    }
    const { http, output } = found
    const input = known(found.input.shape)
    const members = Object.entries(input.members ?? {}).map(
      ([member, { shape, location = '', locationName = member }]): [string, InputMember] => [
        locationName,
        {
          in: places[location] ?? 'body',
          required: input.required?.includes(member) ?? false,
          shape: add(shape),
        },
      ],
    )
    const statuses = found.errors.map(({ shape }): [string, number] => {
      const { error, members: of = {} } = known(shape)
      errors[shape] = Object.keys(of)
      return [shape, error?.httpStatusCode ?? 0]
    })
    return {
      method: http.method,
      path: http.requestUri,
      status: http.responseCode ?? 200,
      input: Object.fromEntries(members),
      ...(output === undefined ? {} : { output: add(output.shape) }),
      errors: Object.fromEntries(statuses),
    }
  }

  const operations = Object.fromEntries(operationNames.map((name) => [name, operation(name)]))
  const source = `AWS Lambda service model 2015-03-31, ${modelDates[edition]}`
  return { edition, source, operations, errors: sorted(errors), shapes: sorted(shapes) }
}
