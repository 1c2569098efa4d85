import { Option, type Command } from 'commander'
import { UsageError } from '../run/errors.ts'
import { didYouMean } from './nearest.ts'
import { flag, type Read } from './values.ts'

/** One option of a command: how it is written, what it is for, how its value is read. */
export type OptionSpec<Value> = {
  readonly shape: 'value' | 'list' | 'switch'
  readonly flags: string
  readonly help: string
  readonly read: Read<unknown>
  /** Never set: carries the type of what the option comes to. */
  readonly value?: Value
}

export const value = <Value>(
  flags: string,
  help: string,
  read: Read<Value>,
): OptionSpec<Value> => ({
  shape: 'value',
  flags,
  help,
  read,
})

export const list = <Value>(
  flags: string,
  help: string,
  read: Read<Value>,
): OptionSpec<readonly Value[]> => ({
  shape: 'list',
  flags,
  help,
  read,
})

export const onOff = (flags: string, help: string): OptionSpec<boolean> => ({
  shape: 'switch',
  flags,
  help,
  read: flag,
})

export type OptionTable = Readonly<Record<string, OptionSpec<unknown>>>
export type Values<Table extends OptionTable> = {
  readonly [Name in keyof Table]?: NonNullable<Table[Name]['value']>
}

const optionOf = ({ flags, help }: OptionSpec<unknown>): Option => new Option(flags, help)

/** `--max-rps <n>` → `LAMBDA_CONFORMANCE_MAX_RPS` */
const variableOf = (option: Option): string =>
  `LAMBDA_CONFORMANCE_${(option.long ?? '').replace(/^--/, '').replaceAll('-', '_').toUpperCase()}`

export const addOptions = (command: Command, table: OptionTable): Command => {
  for (const spec of Object.values(table)) command.addOption(optionOf(spec))
  return command
}

// A comma within braces belongs to a glob.
const separators = /[\s,]+(?![^{]*\})/

const readOne = (spec: OptionSpec<unknown>, typed: unknown, env: NodeJS.ProcessEnv): unknown => {
  const option = optionOf(spec)
  const from = option.long ?? option.flags
  const variable = variableOf(option)
  const inherited = env[variable]
  switch (spec.shape) {
    case 'value':
      // An empty variable counts as unset: that is what CI systems make of an input left out.
      if (typeof typed === 'string') return spec.read(typed, from)
      return inherited ? spec.read(inherited, variable) : undefined
    case 'list':
      if (Array.isArray(typed)) return typed.map((each: string) => spec.read(each, from))
      return inherited
        ? inherited
            .split(separators)
            .filter(Boolean)
            .map((each) => spec.read(each, variable))
        : undefined
    case 'switch':
      if (typed === !option.negate) return true
      return inherited === undefined ? undefined : spec.read(inherited, variable)
    default:
      return spec.shape satisfies never
  }
}

/** A variable of ours that no option reads is a slip of the pen: the run would judge something else than was meant. */
export const refuseUnknownVariables = (
  table: OptionTable,
  others: readonly string[],
  env: NodeJS.ProcessEnv,
): void => {
  const known = [...Object.values(table).map((spec) => variableOf(optionOf(spec))), ...others]
  const unknown = Object.keys(env).find(
    (name) => name.startsWith('LAMBDA_CONFORMANCE_') && !known.includes(name),
  )
  if (unknown === undefined) return
  throw new UsageError(`no option reads the variable ${unknown}.${didYouMean(unknown, known)}`)
}

/** Flags first, then the environment. Throws `UsageError` for the first value that cannot be read. */
export const readOptions = <Table extends OptionTable>(
  table: Table,
  typed: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
): Values<Table> => {
  const read = Object.entries(table).map(
    ([name, spec]) => [name, readOne(spec, typed[optionOf(spec).attributeName()], env)] as const,
  )
  // The names and types are those of the table; `fromEntries` forgets them.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(read.filter(([, found]) => found !== undefined)) as Values<Table>
}
