import type { WrapperTarget } from './wrapper.ts'

const loopback = ['127.0.0.1', 'localhost']

/**
 * What a program under test finds in its environment: the target, by the names that all SDKs read, and nothing of the
 * user's own AWS settings.
 */
export const environmentFor = (
  { endpoint, region, credentials }: WrapperTarget,
  own: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv => {
  const kept = Object.entries(own).filter(([name]) => !/^(?:AWS|LAMBDA_CONFORMANCE)_/i.test(name))
  return {
    ...Object.fromEntries(kept),
    // A proxy of the user's would be asked for the endpoint otherwise.
    NO_PROXY: withLoopback(own['NO_PROXY'] ?? own['no_proxy']),
    no_proxy: withLoopback(own['no_proxy'] ?? own['NO_PROXY']),
    AWS_ENDPOINT_URL_LAMBDA: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(credentials.sessionToken === undefined
      ? {}
      : { AWS_SESSION_TOKEN: credentials.sessionToken }),
    // An SDK that finds no credentials would ask the network for some, for seconds.
    AWS_EC2_METADATA_DISABLED: 'true',
  }
}

const withLoopback = (hosts: string | undefined): string =>
  [...(hosts ? [hosts] : []), ...loopback].join(',')
