import type { CredentialProvider, Credentials } from './driver.ts'

const dummy: Credentials = { accessKeyId: 'test', secretAccessKey: 'test' }

/**
 * Given ones first, then the AWS default provider chain. On a loopback endpoint the chain is cut down to the environment:
 * its last link asks a metadata service and can take seconds to find that there is none.
 */
export const providerFor = async (
  endpoint: string,
  given?: Credentials | CredentialProvider,
): Promise<CredentialProvider> => {
  if (typeof given === 'function') return given
  if (given !== undefined) return async () => given
  if (isLoopback(endpoint)) return async () => fromEnvironment() ?? dummy
  // Imported late: loading it costs more than a whole quick run's share of start-up.
  const { defaultProvider } = await import('@aws-sdk/credential-provider-node')
  const chain = defaultProvider()
  return async () => {
    const { accessKeyId, secretAccessKey, sessionToken, accountId, expiration } = await chain()
    return {
      ...withToken(accessKeyId, secretAccessKey, sessionToken),
      ...(accountId ? { accountId } : {}),
      ...(expiration === undefined ? {} : { expiration }),
    }
  }
}

/** Whether the endpoint's host is this machine by its very name, without a look-up. */
export const isLoopback = (endpoint: string | URL): boolean => {
  const host = hostOf(endpoint).replace(/\.$/, '')
  // The URL parser has already turned every spelling of an address into its usual form.
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    /^127\.\d+\.\d+\.\d+$/.test(host) ||
    host === '[::1]' ||
    /^\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\]$/.test(host)
  )
}

const hostOf = (endpoint: string | URL): string => {
  try {
    return new URL(endpoint).hostname
  } catch {
    return ''
  }
}

const fromEnvironment = (): Credentials | undefined => {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = process.env
  return id && secret ? withToken(id, secret, process.env['AWS_SESSION_TOKEN']) : undefined
}

const withToken = (
  accessKeyId: string,
  secretAccessKey: string,
  sessionToken: string | undefined,
): Credentials =>
  sessionToken ? { accessKeyId, secretAccessKey, sessionToken } : { accessKeyId, secretAccessKey }
