import { editions } from '../../spec/editions.ts'
import { operationNames } from '../../spec/operations.ts'
import { profiles } from '../report/report.ts'
import { maxSeed } from '../run/settings.ts'
import {
  listAt,
  matchingAt,
  memberOf,
  objectAt,
  oneOfAt,
  optional,
  textAt,
  wholeAt,
  yesAt,
} from './shape.ts'
import type { Members, Reader } from './shape.ts'
import type { Circumstances } from './stored.ts'

const editionAt = oneOfAt(editions, 'edition')
const profileAt = oneOfAt(profiles, 'profile')
// They come to stand in lines of a shell.
const regionAt = matchingAt(/^[a-z0-9-]{1,64}$/, 'region')
const plainAt = matchingAt(/^\P{Cc}*$/u, 'text of one line')
const seedAt = wholeAt(0, maxSeed)

/** Nothing where it is no address: the report of stored calls names files there. */
const endpointIn = (holder: Members, at: string): Pick<Circumstances, 'endpoint'> => {
  const endpoint = memberOf(holder, 'endpoint', at, textAt)
  const url = /^https?:/.test(endpoint) && URL.canParse(endpoint) ? new URL(endpoint) : undefined
  const isPlain =
    url !== undefined && `${url.username}${url.password}${url.search}${url.hash}` === ''
  return isPlain ? { endpoint } : {}
}

/** What a file of failures/ tells beside the failure. */
export const ofFailureFile: Reader<Circumstances> = (value, at) => {
  const file = objectAt(value, at)
  return {
    edition: memberOf(file, 'edition', at, editionAt),
    ...endpointIn(file, at),
    ...optional(file, 'embedded', at, yesAt),
    ...optional(file, 'region', at, regionAt),
    ...optional(file, 'role', at, plainAt),
    ...optional(file, 'runtime', at, plainAt),
    ...optional(file, 'profile', at, profileAt),
    ...optional(file, 'seed', at, seedAt),
  }
}

const operationsAt = listAt(oneOfAt(operationNames, 'operation'))

/** What a report.json tells beside its rules. */
export const ofReport: Reader<Circumstances> = (value, at) => {
  const report = objectAt(value, at)
  const subject = memberOf(report, 'subject', at, objectAt)
  const run = memberOf(report, 'run', at, objectAt)
  const operations = memberOf(subject, 'operations', 'subject', objectAt)
  return {
    edition: memberOf(report, 'edition', at, editionAt),
    ...endpointIn(subject, 'subject'),
    ...optional(subject, 'embedded', 'subject', yesAt),
    ...optional(subject, 'region', 'subject', regionAt),
    ...optional(subject, 'name', 'subject', plainAt),
    ...optional(run, 'role', 'run', plainAt),
    ...optional(run, 'runtime', 'run', plainAt),
    ...optional(run, 'profile', 'run', profileAt),
    ...optional(run, 'seed', 'run', seedAt),
    ...optional(subject, 'without', 'subject', operationsAt),
    unsupported: operationNames.filter(
      (name) => Object.hasOwn(operations, name) && operations[name] === 'unsupported',
    ),
  }
}
