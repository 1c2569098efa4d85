import type { JsonObject } from '../call.ts'
import { text } from '../model/json.ts'
import type { Answered } from './judge.ts'
import { readBody, acceptedBody } from './replies.ts'

/** How a request names a function. */
export type Form = {
  readonly kind: 'bare' | 'function-and-name' | 'partial-arn' | 'arn'
  readonly name: string
  readonly region?: string | undefined
  readonly account?: string | undefined
  readonly qualifier?: string | undefined
}

const pattern =
  /^(?:(?<prefix>arn:aws[a-zA-Z-]*:lambda:(?<region>[a-z0-9-]+):)?(?<account>\d{12}):)?(?<type>function:)?(?<name>[A-Za-z0-9_-]+)(?::(?<qualifier>[^:]+))?$/

export const formOf = (given: string): Form | undefined => {
  const { prefix, region, account, type, name, qualifier } = pattern.exec(given)?.groups ?? {}
  if (name === undefined) return undefined
  const whole = { name, region, account, qualifier }
  if (prefix !== undefined) return type === undefined ? undefined : { kind: 'arn', ...whole }
  if (account !== undefined) {
    return type === undefined ? undefined : { kind: 'partial-arn', ...whole }
  }
  return { kind: type === undefined ? 'bare' : 'function-and-name', ...whole }
}

export const formIn = ({ call }: Answered): Form | undefined =>
  formOf(text(call.input, 'FunctionName') ?? '')

/** The configuration in a reply, of a read or of a change. */
export const configurationIn = (answered: Answered): JsonObject | undefined =>
  answered.call.operation.startsWith('Get') ? readBody(answered) : acceptedBody(answered)

/** The ARN of a function without its qualifier. */
export const unqualified = (arn: string | undefined): string | undefined =>
  arn === undefined ? undefined : /^arn:[^:]+:lambda:[^:]+:[^:]*:function:[^:]+/.exec(arn)?.[0]

/** The ARN that the subject gave the function before. */
export const ownArn = ({ fn, fnName }: Answered): string | undefined => {
  const arn = unqualified(text(fn?.latest.configuration, 'FunctionArn'))
  return arn?.endsWith(`:${fnName}`) ? arn : undefined
}

/** Whether region and account, where the form has them, are those of the function's own ARN. */
export const isOwn = (answered: Answered, { region, account }: Form): boolean => {
  const [, , , ownRegion, ownAccount] = ownArn(answered)?.split(':') ?? []
  if (ownRegion === undefined) return false
  return (
    (region === undefined || region === ownRegion) &&
    (account === undefined || account === ownAccount)
  )
}

/** The call as it would be by the bare name of the function, in the usual writing. */
export const byItsName = ({ call, fnName }: Answered): Answered['call'] => ({
  operation: call.operation,
  input: { ...call.input, FunctionName: fnName },
  ...(call.partial === undefined ? {} : { partial: call.partial }),
})
