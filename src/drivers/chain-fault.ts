import { oneLine } from './one-line.ts'
import { placeholder, redact } from './redact.ts'
import { learnSecrets, secretsIn } from './secrets.ts'

// Ids of keys by their prefixes, and what is as long as a secret key without a dot or a space.
const keyLike = /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}\b|[\w+/=-]{40,}/g

/** Why the provider chain has no credentials, in one line that holds none. The chain quotes commands, and what they said. */
export const chainFault = (error: unknown, env: NodeJS.ProcessEnv = process.env): string => {
  const said = error instanceof Error ? error.message : String(error)
  if (said.startsWith('Command failed')) {
    return 'the credential_process of the profile failed (what it said is kept back: it may hold a secret)'
  }
  learnSecrets(secretsIn(env))
  return oneLine(redact(said).replaceAll(keyLike, placeholder))
}
