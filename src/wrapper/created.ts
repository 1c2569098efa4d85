import { operationNames, subjectOperations, type OperationName } from '../../spec/operations.ts'
import type { JsonObject } from '../call.ts'
import { oneLine } from '../drivers/one-line.ts'
import { noAnswer, outputAnswer, thrownAnswer } from './answers.ts'
import type { Ask, Told } from './client.ts'
import { said } from './kept-text.ts'
import { logged, shown, shownError } from './shown.ts'
import { unusable } from './unusable-wrapper.ts'
import type { WrapperTarget } from './wrapper.ts'

/** A wrapper whose methods were made for one target. */
export type Created = {
  readonly name: string
  readonly operations: readonly OperationName[]
  /** Throws nothing that the wrapper throws, and waits for it as long as it takes. */
  readonly call: (ask: Ask) => Promise<Told>
}

type Method = (input: JsonObject) => unknown

/**
 * Calls `create` of what is said to be a wrapper.
 * @param calledAs what the user knows it as: the path of an adapter
 */
export const createFrom = async (
  wrapper: unknown,
  target: WrapperTarget,
  calledAs: string,
): Promise<Created> => {
  const { name, create } = partsOf(wrapper, calledAs)
  const methods = await made(() => create(target), calledAs)
  if (typeof methods !== 'object' || methods === null) {
    throw unusable(
      `create of ${calledAs} gave back ${shown(methods)}`,
      'return an object with publishVersion, updateFunctionCode or publishLayerVersion',
    )
  }
  refuseMisspelt(methods, calledAs)
  const callable = new Map<OperationName, Method>()
  for (const operation of operationNames) {
    const method = methodOf(methods, operation, calledAs)
    if (method !== undefined) callable.set(operation, method)
  }
  if (!subjectOperations.some((operation) => callable.has(operation))) {
    throw unusable(
      `${calledAs} has none of publishVersion, updateFunctionCode and publishLayerVersion`,
      'return at least one of them from create, as { publishVersion: async (input) => output }',
    )
  }
  return { name, operations: [...callable.keys()], call: caller(callable) }
}

/** A method that is an operation but for a letter's case would be taken for one that is not there. */
const refuseMisspelt = (methods: object, calledAs: string): void => {
  for (const name of Object.keys(methods)) {
    const operation = operationNames.find((known) => known.toLowerCase() === name.toLowerCase())
    if (operation !== undefined && name !== methodName(operation)) {
      throw unusable(`${calledAs} has ${shown(name)}`, `call it ${methodName(operation)}`)
    }
  }
}

const caller =
  (callable: ReadonlyMap<OperationName, Method>) =>
  async ({ operation, input }: Ask): Promise<Told> => {
    const who = methodName(operation)
    const method = callable.get(operation)
    if (method === undefined) {
      return { answer: noAnswer('odd', `the wrapper has no ${who}`), said: '' }
    }
    try {
      // A copy: a wrapper may take its input apart, and ours is part of the trace.
      const output = await method(structuredClone(input))
      return { answer: outputAnswer(who, output), said: said(asText(output)) }
    } catch (error) {
      return { answer: thrownAnswer(who, error), said: said(logged(error), asText(error)) }
    }
  }

/** The value as JSON, with what JSON finds by getters; as a log shows it where JSON cannot. */
const asText = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? logged(value)
  } catch {
    return logged(value)
  }
}

const partsOf = (wrapper: unknown, calledAs: string) => {
  const write = "write defineWrapper({ name: 'my-wrapper', create: (target) => methods })"
  if (typeof wrapper !== 'object' || wrapper === null) {
    throw unusable(`${calledAs} is ${shown(wrapper)} and no wrapper`, write)
  }
  const { name, create } = wrapper as { readonly name?: unknown; readonly create?: unknown }
  if (typeof create !== 'function') throw unusable(`${calledAs} has no function create`, write)
  const line = typeof name === 'string' ? oneLine(name) : ''
  if (line === '') throw unusable(`${calledAs} has no name`, write)
  return {
    name: line,
    create: (target: WrapperTarget): unknown => Reflect.apply(create, wrapper, [target]),
  }
}

const made = async (create: () => unknown, calledAs: string): Promise<unknown> => {
  try {
    return await create()
  } catch (error) {
    throw unusable(
      `create of ${calledAs} throws ${shownError(error)}`,
      'make it work without a request: it is called before any endpoint is there',
    )
  }
}

const methodOf = (
  methods: object,
  operation: OperationName,
  calledAs: string,
): Method | undefined => {
  const name = methodName(operation)
  const method = (methods as Readonly<Record<string, unknown>>)[name]
  if (method === undefined || method === null) return undefined
  if (typeof method !== 'function') {
    throw unusable(
      `${name} of ${calledAs} is ${shown(method)} and no function`,
      `write ${name}: async (input) => output, or leave it out`,
    )
  }
  return (input) => Reflect.apply(method, methods, [input])
}

const methodName = (operation: OperationName): string =>
  `${operation.charAt(0).toLowerCase()}${operation.slice(1)}`
