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

type WrapperOptions = {
  readonly variant?: string
  readonly timeoutMs?: number
  /** How many of its calls are made at once. */
  readonly atOnce?: number
}

/** A wrapper in this process, in front of a reference endpoint of its own, which closes with the driver. */
export const driverThrough = async (
  wrapper: Wrapper,
  { variant = 'default', timeoutMs = 30_000, atOnce }: WrapperOptions = {},
): Promise<Driver> => {
  const made = await inlineMaker(wrapper)
  const maker = { ...made, atOnce: atOnce ?? made.atOnce }
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

const byTheClock: readonly string[] = ['client/backs-off', 'client/storms-nothing']

/** Whether a broken wrapper is told by pauses: what else goes on in this process can make one where there is none. */
export const isJudgedByTheClock = ({ breaks }: BrokenWrapper): boolean =>
  byTheClock.includes(breaks)

/** A driver through a broken wrapper. */
export const driverThroughBroken = (broken: BrokenWrapper): Promise<Driver> =>
  driverThrough(broken.wrapper, {
    ...(broken.timeoutMs === undefined ? {} : { timeoutMs: broken.timeoutMs }),
    ...(isJudgedByTheClock(broken) ? { atOnce: 1 } : {}),
  })

const suspectOf = (broken: BrokenWrapper): Suspect => ({
  name: broken.name,
  breaks: broken.breaks,
  alsoBreaks: broken.alsoBreaks,
  profile: 'quick',
  ...(isJudgedByTheClock(broken) ? { alone: true } : {}),
  driver: () => driverThroughBroken(broken),
})

/** Every broken wrapper there is. */
export const suspectWrappers: readonly Suspect[] = brokenWrappers.map(suspectOf)
