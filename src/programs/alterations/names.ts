import type { Call, Json, JsonObject } from '../../call.ts'
import { text } from '../../model/json.ts'
import { versionOf } from '../choices.ts'
import { giving, writing, type Alteration, type Known } from './alteration.ts'

type Own = { readonly arn: string; readonly region: string; readonly account: string }

const parts = /^arn:[^:]+:lambda:(?<region>[^:]+):(?<account>[^:]*):function:[^:]+/

/** The ARN the subject itself gave the function, without a qualifier. */
const ownOf = ({ fn }: Known): Own | undefined => {
  const found = parts.exec(text(fn?.latest.configuration, 'FunctionArn') ?? '')
  const { region, account } = found?.groups ?? {}
  return found === null || region === undefined || account === undefined
    ? undefined
    : { arn: found[0], region, account }
}

const named = (call: Call, name: string | undefined, more: JsonObject = {}): Call | undefined =>
  name === undefined
    ? undefined
    : { ...call, input: { ...call.input, FunctionName: name, ...more } }

const bare = ({ input }: Call): string => text(input, 'FunctionName') ?? ''

const byArn =
  (change: (own: Own) => string): Alteration =>
  (call, known) => {
    const own = ownOf(known)
    return named(call, own === undefined ? undefined : change(own))
  }

const byName =
  (change: (name: string) => string): Alteration =>
  (call) =>
    named(call, change(bare(call)))

const firstVersion = ({ fn }: Known): string | undefined =>
  fn === undefined ? undefined : versionOf(fn, 'first')

/** The name with the number of a version behind it, and perhaps a qualifier in the query. */
const ofFirstVersion =
  (more: (version: string) => JsonObject): Alteration =>
  (call, known) => {
    const version = firstVersion(known)
    return version === undefined
      ? undefined
      : named(call, `${bare(call)}:${version}`, more(version))
  }

const otherRegion = (region: string): string => (region === 'us-west-2' ? 'us-east-1' : 'us-west-2')
const otherAccount = (account: string): string =>
  account === '210987654321' ? '123456789012' : '210987654321'

const layerNamed = (call: Call, name: Json | undefined): Call | undefined =>
  typeof name === 'string' ? { ...call, input: { ...call.input, LayerName: name } } : undefined

/** Names in other forms, and what is no name. */
export const namesAlterations = {
  'by-arn': byArn(({ arn }) => arn),
  'by-partial-arn': (call, known) =>
    byArn(({ account }) => `${account}:function:${bare(call)}`)(call, known),
  'by-function-and-name': byName((name) => `function:${name}`),
  'by-arn-with-plain-colons': (call, known) => {
    const byItsArn = byArn(({ arn }) => arn)(call, known)
    return byItsArn === undefined
      ? undefined
      : writing({ pathEncoding: 'sparing' })(byItsArn, known)
  },
  'by-encoded-letters': writing({ pathEncoding: 'lavish' }),
  'illegal-name': byName((name) => `${name}!`),
  'name-of-301': byName((name) => name.padEnd(301, '-x')),
  'name-of-64': byName((name) => name.padEnd(64, '-x')),
  'name-of-65': byName((name) => name.padEnd(65, '-x')),
  'arn-of-another-region': byArn(({ arn, region }) =>
    arn.replace(`:${region}:`, `:${otherRegion(region)}:`),
  ),
  'arn-of-another-account': byArn(({ arn, account }) =>
    arn.replace(`:${account}:`, `:${otherAccount(account)}:`),
  ),
  'latest-behind-the-name': byName((name) => `${name}:$LATEST`),
  'lower-case-latest-behind-the-name': byName((name) => `${name}:$latest`),
  'version-behind-the-name': ofFirstVersion(() => ({})),
  'version-behind-the-arn': (call, known) => {
    const version = firstVersion(known)
    return version === undefined ? undefined : byArn(({ arn }) => `${arn}:${version}`)(call, known)
  },
  'another-qualifier-beside-the-name': ofFirstVersion(() => ({ Qualifier: 'no-such-alias' })),
  'the-same-qualifier-beside-the-name': ofFirstVersion((version) => ({ Qualifier: version })),
  'qualifier-of-129': giving({ Qualifier: 'q'.repeat(129) }),
  'illegal-qualifier': giving({ Qualifier: 'a b' }),
  'layer-by-arn': (call, { layer }) => {
    const bodies = [...(layer?.versions.values() ?? [])].map(({ body }) => body)
    return layerNamed(call, bodies.map((body) => text(body, 'LayerArn')).find(Boolean))
  },
  'illegal-layer-name': (call) => layerNamed(call, `${text(call.input, 'LayerName')}!`),
  'layer-name-of-141': (call) => layerNamed(call, text(call.input, 'LayerName')?.padEnd(141, '-x')),
} as const satisfies Readonly<Record<string, Alteration>>
