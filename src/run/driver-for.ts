import { awsHostOf } from '../aws/host.ts'
import { chainFault } from '../drivers/chain-fault.ts'
import { providerFor } from '../drivers/credentials.ts'
import type { CredentialProvider, Driver } from '../drivers/driver.ts'
import { httpDriver } from '../drivers/http.ts'
import { lookUp } from '../drivers/look-up.ts'
import { renewed } from '../drivers/renewed.ts'
import { wrapperDriver } from '../wrapper/wrapper-driver.ts'
import { SubjectUnavailable, UsageError } from './errors.ts'
import type { EndpointSubject, Subject } from './options.ts'
import type { Settings } from './settings.ts'

export const defaultRegion = 'us-east-1'

/** As asked for, else that of one of AWS's own hosts. */
export const regionOf = (subject: Subject): string | undefined =>
  'driver' in subject ? undefined : (subject.region ?? awsHostOf(subject.endpoint)?.region)

const lookUpMs = 30_000

/**
 * Where there are credentials, and they are found in time; they are renewed before they expire. Throws `UsageError` where
 * there are none, and `SubjectUnavailable` where the signal came first.
 */
export const credentialsOf = async (
  { endpoint, credentials }: EndpointSubject,
  signal?: AbortSignal,
  limitMs = lookUpMs,
): Promise<CredentialProvider> => {
  const { host } = new URL(endpoint)
  const want = 'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE'
  const give = await providerFor(endpoint, credentials)
  const first = await lookUp(give, limitMs, signal).catch((error: unknown) => {
    throw new UsageError(`no credentials for ${host}: ${chainFault(error)}; ${want}`)
  })
  switch (first.is) {
    case 'found':
      return renewed(give, first.credentials, limitMs, signal)
    case 'late':
      throw new UsageError(
        `no credentials for ${host} within ${limitMs / 1_000} s, because what was asked for them (a credential_process, a sign-in, a metadata service) has not answered; ${want}`,
      )
    case 'interrupted':
      throw new SubjectUnavailable(
        `Failed to find credentials for ${host}, because the run was interrupted before there were any; nothing was sent`,
      )
    default:
      return first satisfies never
  }
}

/** The way to a subject: straight over HTTP, or through a client. */
export const driverFor = async (subject: Subject, settings: Settings): Promise<Driver> => {
  if ('driver' in subject) return subject.driver
  const region = regionOf(subject) ?? defaultRegion
  const { maxRps } = settings
  const startedAt = performance.now()
  const direct = httpDriver({
    endpoint: subject.endpoint,
    region,
    startedAt,
    edition: settings.edition,
    credentials: await credentialsOf(subject, settings.signal),
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
