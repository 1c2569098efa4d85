import type { Level } from '../../spec/rules/rule.ts'
import type { BaselineRequest } from './baseline-options.ts'
import type { CheckRequest } from './check-options.ts'
import type { PolicyScope } from '../aws/iam-policy.ts'
import type { MatrixRequest } from './matrix-options.ts'
import type { MergeRequest } from './merge-options.ts'
import { onOff, readOptions, value } from './option-table.ts'
import type { RunRequest } from './run-options.ts'
import type { SweepRequest } from './sweep-options.ts'
import { integer, oneOf, text } from './values.ts'
import type { WrapperRequest } from './wrapper-options.ts'

export type ServeRequest = {
  readonly port: number
  readonly host: string
  readonly variant?: string
  readonly mutant?: string
}

export type RulesRequest = {
  readonly globs: readonly string[]
  readonly area?: string
  readonly level?: Level
  readonly json: boolean
}

/** What was asked for, read and checked as far as that goes without touching anything. */
export type CommandLine =
  | { readonly kind: 'run'; readonly request: RunRequest }
  | { readonly kind: 'wrapper'; readonly request: WrapperRequest }
  | { readonly kind: 'check'; readonly request: CheckRequest }
  | { readonly kind: 'serve'; readonly request: ServeRequest }
  | { readonly kind: 'baseline'; readonly request: BaselineRequest }
  | { readonly kind: 'merge'; readonly request: MergeRequest }
  | { readonly kind: 'matrix'; readonly request: MatrixRequest }
  | { readonly kind: 'iam-policy'; readonly request: PolicyScope }
  | { readonly kind: 'sweep'; readonly request: SweepRequest }
  | { readonly kind: 'rules'; readonly request: RulesRequest }
  | { readonly kind: 'explain'; readonly id: string; readonly json: boolean }
  | { readonly kind: 'complete'; readonly words: readonly string[] }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'usage-error'; readonly message: string }

export const serveOptionTable = {
  port: value(
    '--port <n>',
    'port to listen on; 0 takes a free one (default: 9001)',
    integer(0, 65_535),
  ),
  host: value('--host <host>', 'address to listen on (default: 127.0.0.1)', text),
  variant: value(
    '--variant <name>',
    'one of the ways in which the service may legally differ',
    text,
  ),
  mutant: value(
    '--mutant <rule>',
    'with the fault that this rule is proven on; RULE:2 for the second one',
    text,
  ),
} as const

export const rulesOptionTable = {
  area: value('--area <name>', 'only the rules of this area', text),
  level: value(
    '--level <level>',
    'only the rules of this level: must, should, may',
    oneOf('level', ['must', 'should', 'may']),
  ),
  json: onOff('--json', 'as JSON'),
} as const

export const explainOptionTable = { json: rulesOptionTable.json } as const

type Typed = Readonly<Record<string, unknown>>

export const readServeRequest = (typed: Typed, env: NodeJS.ProcessEnv): ServeRequest => ({
  port: 9001,
  host: '127.0.0.1',
  ...readOptions(serveOptionTable, typed, env),
})

export const readRulesRequest = (
  globs: readonly string[],
  typed: Typed,
  env: NodeJS.ProcessEnv,
): RulesRequest => ({
  globs,
  json: false,
  ...readOptions(rulesOptionTable, typed, env),
})
