import type { Json } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { member } from '../model/json.ts'
import { shownIn } from '../model/reply.ts'
import { packages } from '../programs/packages.ts'

const members = [
  'Version',
  'RevisionId',
  'CodeSha256',
  'LastUpdateStatus',
  'MemorySize',
  'Timeout',
  'Description',
  'FunctionVersion',
] as const

const briefly = (value: Json | undefined): string =>
  typeof value === 'string' ? value.slice(0, 8) : JSON.stringify(value ?? null)

const codeIn = ({ call }: Exchange): string => {
  const { ZipFile, Code, Content } = call.input
  const sent = [ZipFile, member(Code, 'ZipFile'), member(Content, 'ZipFile')]
  return Object.entries(packages)
    .filter(([, { base64 }]) => sent.includes(base64))
    .map(([name]) => name)
    .join()
}

/** One line for each exchange, to look at where a test fails. */
export const inWords = (exchanges: readonly Exchange[]): readonly string[] =>
  exchanges.map((exchange, index) => {
    const { call, outcome, lane = 0, startedAtMs, endedAtMs } = exchange
    const { ZipFile: _, Code: __, Content: ___, ...input } = call.input
    const body = shownIn(outcome)
    const list = member(body, 'Versions') ?? member(body, 'LayerVersions')
    const listed = Array.isArray(list)
      ? list.map((item: Json) => briefly(member(item, 'Version')))
      : []
    return [
      `${index} [${lane}] ${startedAtMs.toFixed(2)}-${endedAtMs.toFixed(2)}`,
      `${call.operation} ${JSON.stringify(input)} ${codeIn(exchange)} ->`,
      outcome.kind === 'lost' ? outcome.reason : outcome.status,
      ...members.map((name) => briefly(member(body, name))),
      listed.join(),
    ].join(' ')
  })
