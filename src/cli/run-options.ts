import { defaultEdition, editions } from '../../spec/editions.ts'
import { operationNames } from '../../spec/operations.ts'
import { isLoopback } from '../drivers/credentials.ts'
import { profiles, type FailOn } from '../report/report.ts'
import { maxLanes } from '../programs/action.ts'
import type { RunOptions } from '../run/options.ts'
import { maxSeed } from '../run/settings.ts'
import { list, onOff, readOptions, value, type Config } from './option-table.ts'
import { isToken } from './files.ts'
import { catalogueOf, expandGlobs, type Catalogue } from './rule-globs.ts'
import { UsageError } from '../run/errors.ts'
import { endpoint, integer, matching, number, oneOf, shard, text } from './values.ts'

const role = matching(
  /^arn:aws[a-zA-Z-]*:iam::\d{12}:role\/?[\w+=,.@/-]+$/,
  'the ARN of a role',
  'arn:aws:iam::123456789012:role/lambda',
)

export const runOptionTable = {
  endpoint: value(
    '--endpoint <url>',
    'the endpoint to judge (default: the embedded reference endpoint)',
    endpoint,
  ),
  region: value(
    '--region <name>',
    'region for the signature (default: us-east-1)',
    matching(/^[a-z0-9-]{1,64}$/, 'a region', 'eu-west-1'),
  ),
  role: value('--role <arn>', 'execution role of the functions made', role),
  runtime: value('--runtime <name>', 'runtime of the functions made', text),
  edition: value(
    '--edition <date>',
    `edition of the contract: ${editions.join(', ')} (default: ${defaultEdition})`,
    oneOf('edition', editions),
  ),
  profile: value(
    '--profile <name>',
    `how far to search: ${profiles.join(', ')} (default: standard)`,
    oneOf('profile', profiles),
  ),
  seed: value(
    '--seed <n>',
    'seed of the random programs: the same seed, the same calls',
    integer(0, maxSeed),
  ),
  replay: value('--replay <token|file>', 'run one failure again, by its token or its file', text),
  rules: list(
    '--rule <glob...>',
    'judge only these rules; an area alone stands for all its rules',
    text,
  ),
  skipRules: list('--skip-rule <glob...>', 'leave these rules out', text),
  without: list(
    '--without <operation...>',
    'operations that the endpoint is known not to implement',
    oneOf('operation', operationNames),
  ),
  failOn: value(
    '--fail-on <level>',
    'lowest level whose failures make the exit code 1: must, should (default: must)',
    oneOf<FailOn>('level', ['must', 'should']),
  ),
  config: value(
    '--config <file>',
    'configuration file (default: lambda-conformance.config.{ts,mjs,json,yaml} in this directory)',
    text,
  ),
  baseline: value(
    '--baseline <file>',
    'known failures: they are tolerated, and anything unexpected is not; none for none',
    text,
  ),
  out: value(
    '--out <dir>',
    'write report.html, report.json, junit.xml, summary.md, trace.ndjson, failures/ and more there',
    text,
  ),
  ledger: value(
    '--ledger <dir>',
    'where the list of what is created is kept until it is deleted (default: ledger/ in --out, else the state directory of the user)',
    text,
  ),
  concurrency: value(
    '--concurrency <n>',
    'clients that call at the same moment at most, 2 to 8 (default: 4 in standard, 8 in deep, none in quick)',
    integer(2, maxLanes),
  ),
  withoutConcurrency: onOff('--without-concurrency', 'no calls at the same moment'),
  shard: value('--shard <i/n>', 'carry out one part of n; merge makes one report of all', shard),
  maxRps: value(
    '--max-rps <n>',
    'requests per second at most, over all shards together (default: 15 to another machine, else no limit)',
    number(0.1, 100_000),
  ),
  maxRequests: value(
    '--max-requests <n>',
    'requests of the whole run at most, clean-up not counted (default: 10000, 20000, 60000 by profile)',
    integer(1, 10_000_000),
  ),
  timeoutMs: value('--timeout-ms <n>', 'for one request (default: 10000)', integer(1, 600_000)),
  maxReplyBytes: value(
    '--max-reply-bytes <n>',
    'of one reply; a longer one counts as lost (default: 1048576)',
    integer(1_024, 64 * 1_048_576),
  ),
  deadlineS: value(
    '--deadline-s <n>',
    'for the run, clean-up not counted (default: 1800, 3600, 14400 by profile)',
    number(0.1, 86_400),
  ),
  settleTimeoutMs: value(
    '--settle-timeout-ms <n>',
    'for a function to settle (default: 60000)',
    integer(1, 3_600_000),
  ),
  keep: onOff('--keep', 'leave what was created'),
  plan: onOff('--plan', 'print what would be created and how many calls would be made, then stop'),
  json: onOff('--json', 'the report on stdout, and nothing else there'),
  quiet: onOff('--quiet', 'no progress'),
  noColor: onOff('--no-color', 'no colours (as NO_COLOR)'),
  allowRemote: onOff('--allow-remote', 'allow a host other than this machine'),
} as const

/** A run as asked for on the command line; `replay` may still be the name of a file. */
export type RunRequest = {
  readonly endpoint?: string
  readonly region?: string
  readonly options: Omit<RunOptions, 'replay' | 'signal' | 'ledger'>
  /** The directory of the ledger, where one was named. */
  readonly ledger?: string
  readonly replay?: string
  readonly baseline?: string
  readonly allowRemote: boolean
  readonly failOn: FailOn
  readonly out?: string
  readonly plan: boolean
  /** The configuration file that had a say. */
  readonly config?: string
  readonly json: boolean
  readonly quiet: boolean
  readonly noColor: boolean
}

const selection = (
  globs: readonly string[] | undefined,
  rules: Catalogue,
  from: string,
): readonly string[] | undefined =>
  globs === undefined || globs.length === 0 ? undefined : expandGlobs(globs, rules, from)

/** What was configured for whole runs has no say in one failure run again, which brings its own. */
const ofWholeRuns: readonly string[] = [
  'edition',
  'profile',
  'seed',
  'rule',
  'skipRule',
  'failOn',
  'baseline',
  'out',
  'shard',
  'plan',
  'concurrency',
  'withoutConcurrency',
]

const configForReplay = (
  typed: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
  config: Config | undefined,
): Config | undefined => {
  const { replay } = readOptions({ replay: runOptionTable.replay }, typed, env)
  if (config === undefined || replay === undefined) return config
  // A token knows no endpoint, a file its own.
  const left = Object.entries(config.values).filter(
    ([key]) => !ofWholeRuns.includes(key) && (key !== 'endpoint' || isToken(replay)),
  )
  return { ...config, values: Object.fromEntries(left) }
}

/** Throws `UsageError` for a host other than this machine that nobody has asked for by name and by option. */
export const requireConsent = (url: string, allowRemote: boolean): void => {
  if (isLoopback(url) || allowRemote) return
  throw new UsageError(
    `${new URL(url).host} is not this machine, and a run creates and deletes functions and layers there; add --allow-remote if you mean it (--plan shows what it would do)`,
  )
}

/** Throws `UsageError`. Globs come out as ids, so that everything behind means the same rules. */
export const readRunRequest = (
  typed: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
  catalogue: Catalogue,
  kind: 'endpoint' | 'wrapper' = 'endpoint',
  config?: Config,
): RunRequest => {
  const {
    endpoint: url,
    region,
    config: _,
    replay,
    baseline,
    out,
    ledger,
    failOn = 'must',
    allowRemote = false,
    rules: only,
    skipRules: skip,
    plan = false,
    json = false,
    quiet = false,
    noColor = false,
    withoutConcurrency = false,
    ...options
  } = readOptions(runOptionTable, typed, env, configForReplay(typed, env, config))
  // An input that came to nothing must not be green because of another endpoint.
  if (url === undefined && env['LAMBDA_CONFORMANCE_ENDPOINT'] === '') {
    throw new UsageError(
      'LAMBDA_CONFORMANCE_ENDPOINT is empty; give the URL of the endpoint, or unset it for the embedded one',
    )
  }
  // A plan sends nothing.
  if (url !== undefined && !plan) requireConsent(url, allowRemote)
  if (withoutConcurrency && options.concurrency !== undefined) {
    throw new UsageError(
      '--concurrency and --without-concurrency exclude each other; leave one of them out',
    )
  }
  if (options.shard !== undefined && options.seed === undefined) {
    throw new UsageError(
      '--shard needs --seed: the shards of a run must all have the same one; give any number',
    )
  }
  if (options.shard !== undefined && replay !== undefined) {
    throw new UsageError('--shard and --replay exclude each other; one failure is one sequence')
  }
  const ofEdition = catalogueOf(catalogue, options.edition ?? defaultEdition, kind)
  const rules = selection(only, ofEdition, '--rule')
  const skipRules = selection(skip, ofEdition, '--skip-rule')
  const left = (rules ?? Object.keys(ofEdition)).filter((id) => skipRules?.includes(id) !== true)
  if (left.length === 0)
    throw new UsageError('--skip-rule leaves no rule to judge; leave out fewer')
  return {
    ...(url === undefined ? {} : { endpoint: url }),
    ...(region === undefined ? {} : { region }),
    ...(replay === undefined ? {} : { replay }),
    ...(out === undefined ? {} : { out }),
    ...(ledger === undefined ? {} : { ledger }),
    ...(baseline === undefined || baseline === 'none' ? {} : { baseline }),
    options: {
      ...options,
      ...(withoutConcurrency ? { concurrency: 0 } : {}),
      ...(rules === undefined ? {} : { rules }),
      ...(skipRules === undefined ? {} : { skipRules }),
    },
    ...(config === undefined ? {} : { config: config.file }),
    allowRemote,
    failOn,
    plan,
    json,
    quiet,
    noColor,
  }
}
