import { credentialsFor } from '../drivers/credentials.ts'
import type { Credentials, Driver } from '../drivers/driver.ts'
import { oneLine } from '../drivers/one-line.ts'
import { httpDriver } from '../drivers/http.ts'
import { wrapperDriver } from '../wrapper/wrapper-driver.ts'
import { maxReplyCharacters } from './keep.ts'
import { UsageError } from './errors.ts'
import type { EndpointSubject, Subject } from './options.ts'
import type { Settings } from './settings.ts'

export const defaultRegion = 'us-east-1'

const credentialsOf = ({ endpoint, credentials }: EndpointSubject): Promise<Credentials> =>
  credentialsFor(endpoint, credentials).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `no credentials for ${new URL(endpoint).host}: ${oneLine(why)}; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE`,
    )
  })

/** The way to a subject: straight over HTTP, or through a client. */
export const driverFor = async (
  subject: Subject,
  settings: Settings,
  maxRps: number | undefined,
): Promise<Driver> => {
  if ('driver' in subject) return subject.driver
  const region = subject.region ?? defaultRegion
  const startedAt = performance.now()
  const direct = httpDriver({
    endpoint: subject.endpoint,
    region,
    startedAt,
    edition: settings.edition,
    credentials: await credentialsOf(subject),
    timeoutMs: settings.timeoutMs,
    maxReplyBytes: maxReplyCharacters,
    ...(maxRps === undefined ? {} : { maxRps }),
  })
  if (!('client' in subject)) return direct
  const { edition, callTimeoutMs: timeoutMs, signal } = settings
  const maker = subject.client
  return wrapperDriver({ maker, direct, edition, region, timeoutMs, startedAt, signal })
}
