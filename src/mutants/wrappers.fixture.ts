import { brokenWrappers, type BrokenWrapper } from '../../fixtures/wrappers/broken.ts'
import { defaultEdition } from '../../spec/editions.ts'
import type { Driver } from '../drivers/driver.ts'
import { httpDriver } from '../drivers/http.ts'
import { startEmbedded } from '../embedded.ts'
import { inlineMaker } from '../wrapper/inline-client.ts'
import { wrapperDriver } from '../wrapper/wrapper-driver.ts'
import type { Wrapper } from '../wrapper/wrapper.ts'
import type { Suspect } from './kill.ts'

const region = 'us-east-1'

/** A wrapper in this process, in front of a reference endpoint of its own, which closes with the driver. */
export const driverThrough = async (
  wrapper: Wrapper,
  {
    variant = 'default',
    timeoutMs = 30_000,
  }: { readonly variant?: string; readonly timeoutMs?: number } = {},
): Promise<Driver> => {
  const maker = await inlineMaker(wrapper)
  const embedded = await startEmbedded({ variant })
  const direct = httpDriver({
    endpoint: embedded.url,
    region,
    edition: defaultEdition,
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
  })
  const startedAt = performance.now()
  const edition = defaultEdition
  const driver = wrapperDriver({ maker, direct, edition, region, timeoutMs, startedAt })
  return {
    ...driver,
    close: async () => {
      await driver.close()
      await embedded.close()
    },
  }
}

const suspectOf = ({ name, breaks, alsoBreaks, wrapper, timeoutMs }: BrokenWrapper): Suspect => ({
  name,
  breaks,
  alsoBreaks,
  profile: 'quick',
  driver: () => driverThrough(wrapper, timeoutMs === undefined ? {} : { timeoutMs }),
})

/** Every broken wrapper there is. */
export const suspectWrappers: readonly Suspect[] = brokenWrappers.map(suspectOf)
