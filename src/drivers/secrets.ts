import { operations } from '../../generated/operations.ts'
import { defaultEdition } from '../../spec/editions.ts'
import type { Credentials } from './driver.ts'

// Of the whole process: an error that is printed does not know which run it comes from.
const pieces = new Set<string>()

/** Hex digits of the signatures made last. A subject may repeat an earlier one. */
export const signatures = new Set<string>()
const mostSignatures = 4_096

/** What must not be shown, in lower case. A long secret is several: one that a subject has cut short is still known by its parts. */
export const secretPieces = (): readonly string[] => [...pieces]

/** Made-up credentials (`test`) are no secret, and a reply may well hold the word. */
const shortest = 8
const pieceLength = 16

/**
 * No reply may be spoilt for a key that somebody made up: LocalStack takes an account number for one, which stands in every
 * ARN, and `function` is a word of the contract.
 */
const isSecret = (value: string): boolean =>
  value.length >= shortest && !/^\d+$/.test(value) && !words().includes(value.toLowerCase())

let known: string | undefined
const words = (): string =>
  (known ??= `lambda-conformance ${JSON.stringify(operations[defaultEdition])}`.toLowerCase())

const cut = (secret: string): readonly string[] => {
  const count = Math.max(1, Math.floor(secret.length / pieceLength))
  return Array.from({ length: count }, (_, index) =>
    secret.slice(
      Math.floor((index * secret.length) / count),
      Math.floor(((index + 1) * secret.length) / count),
    ),
  )
}

/** From now on these are redacted, as far as they can be secrets. */
export const learnSecrets = (values: readonly (string | undefined)[]): void => {
  for (const value of values) {
    if (value === undefined || !isSecret(value)) continue
    for (const piece of cut(value.toLowerCase())) if (isSecret(piece)) pieces.add(piece)
  }
}

export const learnCredentials = (credentials: Credentials): void =>
  learnSecrets([credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken])

const ofSecrets = /(?:TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?|ACCESS_KEY|ACCESS_KEY_ID)$/i

/** What of an environment is secret by its name. */
export const secretsIn = (env: NodeJS.ProcessEnv): readonly string[] =>
  Object.entries(env).flatMap(([name, value]) =>
    value !== undefined && ofSecrets.test(name) ? [value] : [],
  )

/** Remembers the signature of a request, by its `authorization` header. */
export const learnSignature = (authorization: string | undefined): void => {
  const [, digits] = /\bSignature=([0-9a-f]{64})\b/.exec(authorization ?? '') ?? []
  if (digits === undefined) return
  signatures.add(digits)
  const [oldest] = signatures
  if (oldest !== undefined && signatures.size > mostSignatures) signatures.delete(oldest)
}
