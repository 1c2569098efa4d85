import { setTimeout as sleep, setImmediate as nextTurn } from 'node:timers/promises'
import type { CredentialProvider, Credentials } from './driver.ts'

/** What looking for credentials came to. */
export type LookUp =
  | { readonly is: 'found'; readonly credentials: Credentials }
  | { readonly is: 'late' }
  | { readonly is: 'interrupted' }

const interruption = async (signal: AbortSignal | undefined, over: AbortSignal): Promise<void> => {
  // What is at hand is at hand: it needs no look-up that could be interrupted.
  if (signal?.aborted === true) return nextTurn()
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(), { once: true, signal: over })
  })
}

/**
 * Waits no longer than so many milliseconds, and not beyond the signal: a credential_process may wait for somebody at a
 * terminal that is not there. What it comes to later goes unheard. Throws what the provider throws.
 */
export const lookUp = async (
  give: CredentialProvider,
  limitMs: number,
  signal?: AbortSignal,
): Promise<LookUp> => {
  const over = new AbortController()
  try {
    return await Promise.race([
      give().then((credentials) => ({ is: 'found', credentials }) as const),
      sleep(limitMs, { is: 'late' } as const, { signal: over.signal }),
      interruption(signal, over.signal).then(() => ({ is: 'interrupted' }) as const),
    ])
  } finally {
    over.abort()
  }
}
