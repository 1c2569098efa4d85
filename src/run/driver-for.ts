import { chainFault } from '../drivers/chain-fault.ts'
import { credentialsFor } from '../drivers/credentials.ts'
import type { Credentials, Driver } from '../drivers/driver.ts'
import { httpDriver } from '../drivers/http.ts'
import { wrapperDriver } from '../wrapper/wrapper-driver.ts'
import { UsageError } from './errors.ts'
import type { EndpointSubject, Subject } from './options.ts'
import type { Settings } from './settings.ts'

export const defaultRegion = 'us-east-1'

/** Throws `UsageError` where there are none. */
export const credentialsOf = ({ endpoint, credentials }: EndpointSubject): Promise<Credentials> =>
  credentialsFor(endpoint, credentials).catch((error: unknown) => {
    throw new UsageError(
      `no credentials for ${new URL(endpoint).host}: ${chainFault(error)}; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE`,
    )
  })

/** The way to a subject: straight over HTTP, or through a client. */
export const driverFor = async (subject: Subject, settings: Settings): Promise<Driver> => {
  if ('driver' in subject) return subject.driver
  const region = subject.region ?? defaultRegion
  const { maxRps } = settings
  const startedAt = performance.now()
  const direct = httpDriver({
    endpoint: subject.endpoint,
    region,
    startedAt,
    edition: settings.edition,
    credentials: await credentialsOf(subject),
    timeoutMs: settings.timeoutMs,
    maxReplyBytes: settings.maxReplyBytes,
    ...(maxRps === undefined ? {} : { maxRps }),
    ...(settings.signal === undefined ? {} : { hurry: settings.signal }),
  })
  if (!('client' in subject)) return direct
  const { edition, callTimeoutMs: timeoutMs, signal } = settings
  const maker = subject.client
  return wrapperDriver({ maker, direct, edition, region, timeoutMs, startedAt, signal })
}
