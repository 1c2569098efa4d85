import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { signatureFault } from '../../fixtures/aws/signature.ts'
import { createSigner } from './sign.ts'
import { leftOut, signingVectors, vectorScope } from './sign.vectors.fixture.ts'

const { accessKeyId, secretAccessKey, region, service, host, at } = vectorScope

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const signatureOf = (authorization = ''): string => authorization.split('Signature=')[1] ?? ''

test.each(signingVectors)('$name: AWS gives the same signature', async (vector) => {
  const { sessionToken, signsBodyHash = false, method, path, headers, body, signature } = vector
  const credentials = {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
  }
  const sign = createSigner(region, credentials, { service, signsBodyHash })
  const request = { method, path, headers: { ...headers, host } }
  const signed = await sign(body === undefined ? request : { ...request, body }, new Date(at))
  expect(signatureOf(signed['authorization'])).toBe(signature)
  expect(signed['x-amz-security-token']).toBe(sessionToken)
})

test('the vectors are all there but for those that are left out for a reason', () => {
  expect(new Set(signingVectors.map(({ name }) => name)).size).toBe(32)
  for (const [names, because] of leftOut) {
    expect(signingVectors.some(({ name }) => name === names)).toBe(false)
    expect(because).not.toBe('')
  }
})

test.each(signingVectors)('$name: the stand-in for AWS takes it, and no other', (vector) => {
  const { sessionToken, method, body = '', signsBodyHash, signature } = vector
  const day = at.slice(0, 10).replaceAll('-', '')
  const key = {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
  }
  const named: Readonly<Record<string, string>> = {
    ...vector.headers,
    host,
    'x-amz-date': `${day}T123600Z`,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
    ...(signsBodyHash ? { 'x-amz-content-sha256': sha256(body) } : {}),
  }
  const faultOf = (signed: string) =>
    signatureFault(
      {
        method,
        target: vector.path,
        headers: {
          ...named,
          authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${day}/${region}/${service}/aws4_request, SignedHeaders=${Object.keys(named).toSorted().join(';')}, Signature=${signed}`,
        },
        body: Buffer.from(body),
      },
      { region, service, keys: [key] },
      Date.parse(at),
    )
  expect(faultOf(signature)).toBeUndefined()
  expect(faultOf(signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')))?.name).toBe(
    'InvalidSignatureException',
  )
})
