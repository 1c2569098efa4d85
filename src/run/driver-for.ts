import { credentialsFor } from '../drivers/credentials.ts'
import type { Driver } from '../drivers/driver.ts'
import { httpDriver } from '../drivers/http.ts'
import { wrapperDriver } from '../wrapper/wrapper-driver.ts'
import { maxReplyCharacters } from './keep.ts'
import type { Subject } from './options.ts'
import type { Settings } from './settings.ts'

export const defaultRegion = 'us-east-1'

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
    credentials: await credentialsFor(subject.endpoint, subject.credentials),
    timeoutMs: settings.timeoutMs,
    maxReplyBytes: maxReplyCharacters,
    ...(maxRps === undefined ? {} : { maxRps }),
  })
  if (!('client' in subject)) return direct
  const { edition, callTimeoutMs: timeoutMs, signal } = settings
  const maker = subject.client
  return wrapperDriver({ maker, direct, edition, region, timeoutMs, startedAt, signal })
}
