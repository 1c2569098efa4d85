import type { JsonObject } from '../call.ts'
import { isObject } from '../model/json.ts'
import type { ClientRequest, FailureStep } from './report.ts'
import { sanitize } from './sanitize.ts'
import { shortMembers } from './words.ts'
import { labelled } from './wrap.ts'

/** More of them say nothing new; all are in report.json. */
const mostShown = 6

/** How far a function had come, as a read showed it: what a wait goes by. */
const courseIn = (body: string): string => {
  try {
    const shown = JSON.parse(body)
    const { State, LastUpdateStatus } = shown.Configuration ?? shown
    return shortMembers({ ...(State && { State }), ...(LastUpdateStatus && { LastUpdateStatus }) })
  } catch {
    return ''
  }
}

const responseInWords = ({ operation, fault, response }: ClientRequest): string => {
  const cause = fault === undefined ? '' : ` (${fault})`
  if ('lost' in response) return `${sanitize(response.lost, 100)}${cause}`
  const name = response.headers['x-amzn-errortype']
  const course = operation?.startsWith('GetFunction') === true ? courseIn(response.body) : ''
  const told = [name === undefined ? '' : ` ${sanitize(name, 60)}`, course && ` (${course})`]
  return `${response.status}${told.join('')}${cause}`
}

const bodyInWords = (body: string | undefined): string => {
  try {
    return shortMembers(JSON.parse(body ?? '{}'))
  } catch {
    return sanitize(body ?? '', 60)
  }
}

const requestInWords = (sent: ClientRequest): string => {
  const { operation, request } = sent
  const what = operation ?? `${sanitize(request.method, 10)} ${sanitize(request.path, 80)}`
  const members = bodyInWords(request.body)
  return `${what}${members === '' ? '' : ` (${members})`} → ${responseInWords(sent)}`
}

/** What of a reply tells which version it is, and how far it has come. */
const telling = (output: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(output).filter(([name]) =>
      ['Version', 'State', 'LastUpdateStatus', 'RevisionId', 'CodeSha256'].includes(name),
    ),
  )

const toldInWords = (told: NonNullable<FailureStep['client']>['told']): string => {
  if ('nothing' in told) return sanitize(told.nothing, 200)
  if ('output' in told) {
    const { output } = told
    const members = isObject(output) ? shortMembers(telling(output)) : ''
    return `success${members === '' ? '' : ` (${members})`}`
  }
  const { name = 'an error without a name', status, message = '' } = told.error
  return sanitize(
    `${[status, name].filter((part) => part !== undefined).join(' ')}: ${message}`,
    200,
  )
}

/** What a client sent in the step that breaks the rule, a request a line, and what it told its caller. */
export const clientText = (step: FailureStep | undefined, width: number): readonly string[] => {
  if (step?.client === undefined) return []
  const { wire, told } = step.client
  const sent = wire.slice(0, mostShown).map(requestInWords)
  const more = wire.length - sent.length
  const lines = [
    ...(sent.length === 0 ? ['nothing'] : sent),
    ...(more > 0 ? [`and ${more} more`] : []),
  ]
  return [
    ...lines.flatMap((line, index) => labelled(index === 0 ? 'sent' : '', line, width)),
    ...labelled('told', toldInWords(told), width),
  ]
}
