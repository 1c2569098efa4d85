import { Option, type Command } from 'commander'
import { UsageError } from '../run/errors.ts'
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

/** The content of a configuration file, its keys and their shapes already looked at. */
export type Config = {
  /** As it is called in messages. */
  readonly file: string
  readonly values: Readonly<Record<string, unknown>>
}

/** `--max-rps <n>` → `maxRps`, the key in a configuration file. */
export const configKeyOf = ({ flags }: OptionSpec<unknown>): string =>
  (new Option(flags).long ?? '')
    .slice(2)
    .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** What somebody gave for an option, and what they would know it by. */
type Given = { readonly given: unknown; readonly from: string }

const inherited = (variable: string, env: NodeJS.ProcessEnv, shape: string): Given | undefined => {
  const given = env[variable]
  // An empty variable counts as unset: that is what CI systems make of an input left out. Of a switch it says no.
  if (given === undefined || (given === '' && shape !== 'switch')) return undefined
  return {
    given: shape === 'list' ? given.split(separators).filter(Boolean) : given,
    from: variable,
  }
}

const configured = (key: string, config: Config | undefined): Given | undefined => {
  const given = config?.values[key]
  return given === undefined ? undefined : { given, from: `${key} in ${config?.file}` }
}

/** The command line wins over the environment, the environment over the configuration file. */
const givenFor = (
  spec: OptionSpec<unknown>,
  typed: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
  config: Config | undefined,
): Given | undefined => {
  const option = optionOf(spec)
  const given = typed[option.attributeName()]
  const isTyped = spec.shape === 'switch' ? given === !option.negate : given !== undefined
  if (isTyped) {
    // `--out $OUT --json` with OUT unset.
    const texts = [given].flat().filter((each) => typeof each === 'string')
    const taken = texts.find((each) => each.startsWith('--'))
    if (taken !== undefined) {
      throw new UsageError(`${option.long} has no value: ${taken} is an option of its own`)
    }
    return { given: spec.shape === 'switch' ? 'on' : given, from: option.long ?? option.flags }
  }
  return inherited(variableOf(option), env, spec.shape) ?? configured(configKeyOf(spec), config)
}

const readOne = (spec: OptionSpec<unknown>, source: Given | undefined): unknown => {
  if (source === undefined) return undefined
  const { given, from } = source
  switch (spec.shape) {
    case 'value':
    case 'switch':
      return spec.read(String(given), from)
    case 'list':
      return (Array.isArray(given) ? given : [given]).map((each) => spec.read(String(each), from))
    default:
      return spec.shape satisfies never
  }
}

/** Names of the variables that set the options of a table. */
export const variablesOf = (table: OptionTable): readonly string[] =>
  Object.values(table).map((spec) => variableOf(optionOf(spec)))

/** The command line first, then the environment, then the configuration file. Throws `UsageError` for the first value that cannot be read. */
export const readOptions = <Table extends OptionTable>(
  table: Table,
  typed: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
  config?: Config,
): Values<Table> => {
  const read = Object.entries(table).map(
    ([name, spec]) => [name, readOne(spec, givenFor(spec, typed, env, config))] as const,
  )
  // The names and types are those of the table; `fromEntries` forgets them.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(read.filter(([, found]) => found !== undefined)) as Values<Table>
}
