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
import {
  baselineActions,
  baselineHelp,
  baselineOptionTable,
  pruneOptionTable,
  readBaselineRequest,
} from './baseline-options.ts'
import { checkHelp, checkOptionTable, readCheckRequest } from './check-options.ts'
import { shells } from './shells.ts'
import * as help from './help.ts'
import { iamPolicyHelp, iamPolicyOptionTable, readIamPolicyRequest } from './iam-policy-options.ts'
import { matrixHelp, matrixOptionTable, readMatrixRequest } from './matrix-options.ts'
import { mergeHelp, mergeOptionTable, readMergeRequest } from './merge-options.ts'
import { addOptions, readOptions, type Config } from './option-table.ts'
import { refuseUnknownVariables } from './variables.ts'
import type { Catalogue } from './rule-globs.ts'
import { readRunRequest, runOptionTable } from './run-options.ts'
import { UsageError } from '../run/errors.ts'
import { readSweepRequest, sweepHelp, sweepOptionTable } from './sweep-options.ts'
import { readWrapperRequest, wrapperOptionTable } from './wrapper-options.ts'

type Context = {
  readonly env: NodeJS.ProcessEnv
  readonly catalogue: Catalogue
  readonly version: string
  readonly columns: number
  /** What the configuration file says, where there is one. */
  readonly config?: Config | undefined
}

/** The commands and what each makes of its options. `found` is told once at most. */
export const buildProgram = (
  { env, catalogue, version, columns, config }: Context,
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
    .action((typed) =>
      found({ kind: 'run', request: readRunRequest(typed, env, catalogue, 'endpoint', config) }),
    )

  addOptions(program.command('wrapper'), wrapperOptionTable)
    .description('judge an SDK wrapper')
    .argument('[adapter]', 'an ES module that exports defineWrapper({ … }) by default')
    .addHelpText('after', help.wrapper)
    .action((adapter: string | undefined, typed) =>
      found({
        kind: 'wrapper',
        request: readWrapperRequest(adapter, typed, env, catalogue, config),
      }),
    )

  addOptions(program.command('check'), checkOptionTable)
    .description('judge again, offline, what a run has stored')
    .argument(
      '[file...]',
      'a trace.ndjson, a report.json, files of failures/, or the directory of --out',
    )
    .addHelpText('after', checkHelp)
    .action((files, typed) =>
      found({ kind: 'check', request: readCheckRequest(files, typed, env, catalogue, config) }),
    )

  addOptions(program.command('serve'), serveOptionTable)
    .description('run the reference endpoint on a port')
    .addHelpText('after', help.serve)
    .action((typed) => found({ kind: 'serve', request: readServeRequest(typed, env) }))

  addOptions(program.command('merge'), mergeOptionTable)
    .description('one report from the shards of a run')
    .argument('[report...]', 'the report.json of each shard, or its directory')
    .addHelpText('after', mergeHelp)
    .action((reports, typed) =>
      found({ kind: 'merge', request: readMergeRequest(reports, typed, env, config) }),
    )

  addOptions(program.command('matrix'), matrixOptionTable)
    .description('several subjects side by side, differences first')
    .argument('[report...]', 'the report.json of each subject, or its directory')
    .addHelpText('after', matrixHelp)
    .action((reports, typed) =>
      found({ kind: 'matrix', request: readMatrixRequest(reports, typed, env, config) }),
    )

  addOptions(program.command('sweep'), sweepOptionTable)
    .description('delete what an interrupted run left behind')
    .addHelpText('after', sweepHelp)
    .action((typed) => found({ kind: 'sweep', request: readSweepRequest(typed, env, config) }))

  addOptions(program.command('iam-policy'), iamPolicyOptionTable)
    .description('print the IAM policy that a run on AWS needs')
    .addHelpText('after', iamPolicyHelp)
    .action((typed) =>
      found({ kind: 'iam-policy', request: readIamPolicyRequest(typed, env, config) }),
    )

  const baseline = program
    .command('baseline')
    .description('write and keep a file of known failures')
    .addHelpText('after', baselineHelp)
  const actions = {
    init: 'write a file that lists what fails now',
    update: 'add what is missing, renew signatures that changed',
    prune: 'take out what passes, has expired or matches nothing',
  } as const
  for (const action of baselineActions) {
    const table = action === 'prune' ? pruneOptionTable : baselineOptionTable
    addOptions(baseline.command(action), table)
      .description(actions[action])
      .addHelpText('after', baselineHelp)
      .action((typed) =>
        found({ kind: 'baseline', request: readBaselineRequest(action, typed, env, config) }),
      )
  }

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

const commandNames = [
  'run',
  'wrapper',
  'check',
  'serve',
  'merge',
  'matrix',
  'iam-policy',
  'sweep',
  'baseline',
  'rules',
  'complete',
]

/** commander's message, made one line that ends with what to do. */
const oneLine = (message: string, argv: readonly string[]): string => {
  const command = commandNames.find((name) => name === argv[0])
  const plain = message
    .replace(/^error: /, '')
    .replace(/\n\((Did you mean .*)\)/s, '. $1')
    .replace(/\.$/, '')
  return `${reveal(plain)}; see lambda-conformance ${command === undefined ? '' : `${command} `}--help`
}

const addComplete = (program: Command, found: (line: CommandLine) => void): void => {
  program
    .command('complete')
    .description('print a completion script')
    .argument('<shell>', `one of ${shells.join(', ')}`)
    .addHelpText('after', help.complete)
    .action((shell: string) => {
      if (!(shells as readonly string[]).includes(shell)) {
        throw new UsageError(
          `there is no completion for "${reveal(shell)}". There are: ${shells.join(', ')}`,
        )
      }
      found({ kind: 'complete', words: ['complete', shell] })
    })
}

/** Pure: what these words and this environment ask for. */
export const parseCommandLine = (argv: readonly string[], context: Context): CommandLine => {
  if (argv.length === 0) {
    return {
      kind: 'usage-error',
      message: 'no command given; try lambda-conformance run, or lambda-conformance --help',
    }
  }
  // Anything may stand on a command line that is not finished yet.
  if (argv[0] === 'complete' && argv[1] === '--') return { kind: 'complete', words: argv }
  let line: CommandLine | undefined
  try {
    refuseUnknownVariables(context.env)
    const program = buildProgram(context, (found) => {
      line = found
    })
    addComplete(program, (found) => {
      line = found
    })
    program.parse(argv, { from: 'user' })
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
