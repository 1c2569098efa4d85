import type { Credentials } from '../drivers/driver.ts'

const signature = /\bSignature=[0-9a-f]{64}\b/

/** Which of a client's secrets a text shows, by what they are called. */
export const leaksIn = (
  text: string,
  { secretAccessKey, sessionToken }: Credentials,
): readonly string[] => [
  ...(text.includes(secretAccessKey) ? ['the secret access key'] : []),
  ...(sessionToken !== undefined && text.includes(sessionToken) ? ['the session token'] : []),
  ...(signature.test(text) ? ['the signature of a request'] : []),
]
