import type { CredentialProvider, Credentials } from './driver.ts'
import { lookUp } from './look-up.ts'

/** As early as the SDKs do. */
const earlyMs = 300_000
/** Between two look-ups. One that fails must not be made for every request. */
const pauseMs = 10_000

/**
 * The credentials found first, and others before they expire. Where there are none to be had it stays with the last ones:
 * the service says then that it does not take them.
 */
export const renewed = (
  give: CredentialProvider,
  first: Credentials,
  limitMs: number,
  signal?: AbortSignal,
): CredentialProvider => {
  let current = first
  let notBefore = 0
  let underWay: Promise<void> | undefined

  const renew = async (): Promise<void> => {
    const found = await lookUp(give, limitMs, signal).catch(() => undefined)
    if (found?.is === 'found') current = found.credentials
    notBefore = Date.now() + pauseMs
    underWay = undefined
  }

  return async () => {
    const leftMs = (current.expiration?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now()
    if (!(leftMs <= earlyMs)) return current
    if (Date.now() >= notBefore) underWay ??= renew()
    // Until then they are good, and nobody has to wait for the new ones.
    if (leftMs <= 0) await underWay
    return current
  }
}
