import { Command, CommanderError } from 'commander'
import { reveal } from '../report/sanitize.ts'
import {
  explainOptionTable,
  readRulesRequest,
  readServeRequest,
  rulesOptionTable,
  serveOptionTable,
  type CommandLine,
} from './command-line.ts'
import * as help from './help.ts'
import { addOptions, readOptions } from './option-table.ts'
import type { Catalogue } from './rule-globs.ts'
import { readRunRequest, runOptionTable } from './run-options.ts'
import { UsageError } from '../run/errors.ts'
import { readWrapperRequest, wrapperOptionTable } from './wrapper-options.ts'

type Context = {
  readonly env: NodeJS.ProcessEnv
  readonly catalogue: Catalogue
  readonly version: string
  readonly columns: number
}

/** The commands and what each makes of its options. `found` is told once at most. */
const build = (
  { env, catalogue, version, columns }: Context,
  found: (line: CommandLine) => void,
): Command => {
  let printed = ''
  const program = new Command('lambda-conformance')
    .description(help.description)
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'show this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        printed += text
        found({ kind: 'help', text: printed })
      },
      writeErr: () => {},
      getOutHelpWidth: () => columns,
      getOutHasColors: () => false,
    })
    .addHelpText('after', help.program)

  addOptions(program.command('run'), runOptionTable)
    .description('judge an endpoint')
    .addHelpText('after', help.run)
    .action((typed) => found({ kind: 'run', request: readRunRequest(typed, env, catalogue) }))

  addOptions(program.command('wrapper'), wrapperOptionTable)
    .description('judge an SDK wrapper')
    .argument('[adapter]', 'an ES module that exports defineWrapper({ … }) by default')
    .addHelpText('after', help.wrapper)
    .action((adapter: string | undefined, typed) =>
      found({ kind: 'wrapper', request: readWrapperRequest(adapter, typed, env, catalogue) }),
    )

  addOptions(program.command('serve'), serveOptionTable)
    .description('run the reference endpoint on a port')
    .addHelpText('after', help.serve)
    .action((typed) => found({ kind: 'serve', request: readServeRequest(typed, env) }))

  const rules = addOptions(program.command('rules'), rulesOptionTable)
    .description('list the rules')
    .argument('[glob...]', 'only the rules that match')
    .addHelpText('after', help.rules)
    .action((globs, typed) =>
      found({ kind: 'rules', request: readRulesRequest(globs, typed, env) }),
    )

  addOptions(rules.command('explain'), explainOptionTable)
    .description('all there is to know about one rule')
    .argument('<id>', 'the id of the rule')
    .addHelpText('after', help.explain)
    .action((id, _typed, command: Command) => {
      // `--json` is an option of the parent too, which takes it first.
      const { json = false } = readOptions(explainOptionTable, command.optsWithGlobals(), env)
      found({ kind: 'explain', id, json })
    })
  return program
}

/** commander's message, made one line that ends with what to do. */
const oneLine = (message: string, argv: readonly string[]): string => {
  const command = ['run', 'wrapper', 'serve', 'rules'].find((name) => name === argv[0])
  const plain = message
    .replace(/^error: /, '')
    .replace(/\n\((Did you mean .*)\)/s, '. $1')
    .replace(/\.$/, '')
  return `${reveal(plain)}; see lambda-conformance ${command === undefined ? '' : `${command} `}--help`
}

/** Pure: what these words and this environment ask for. */
export const parseCommandLine = (argv: readonly string[], context: Context): CommandLine => {
  if (argv.length === 0) {
    return {
      kind: 'usage-error',
      message: 'no command given; try lambda-conformance run, or lambda-conformance --help',
    }
  }
  let line: CommandLine | undefined
  try {
    build(context, (found) => {
      line = found
    }).parse(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof UsageError) return { kind: 'usage-error', message: error.message }
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) return { kind: 'usage-error', message: oneLine(error.message, argv) }
  }
  if (line === undefined)
    throw new Error('Failed to read the command line, because no command took it')
  return line
}

/** The options of `run` alone. */
export const parseRunOptions = (argv: readonly string[], context: Context): CommandLine =>
  parseCommandLine(['run', ...argv], context)
