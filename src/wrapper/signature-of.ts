import type { WireExchange } from '../drivers/client-record.ts'
import type { WrapperTarget } from './wrapper.ts'

const scope =
  /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/([^/,\s]+)\/aws4_request\b/

/**
 * Whether a request carries a signature made for this target: Signature Version 4, with the access key, the region and the
 * service that it was given. The digest itself is left to the endpoint.
 */
export const signatureOf = (
  authorization: string | undefined,
  { credentials, region }: Omit<WrapperTarget, 'endpoint'>,
): WireExchange['signature'] => {
  if (authorization === undefined || authorization === '') return 'missing'
  const [, id, at, service] = scope.exec(authorization) ?? []
  const isRight = id === credentials.accessKeyId && at === region && service === 'lambda'
  return isRight && /\bSignature=[0-9a-f]{64}\b/.test(authorization) ? 'right' : 'wrong'
}
