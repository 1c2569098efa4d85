import type { ClientMaker } from './client.ts'
import { adapterTalker, unloadable, type AdapterTalker, type Loaded } from './adapter-talker.ts'
import { lookAround } from './look-around.ts'
import { standingClient } from './standing-client.ts'
import { ended } from './talker.ts'
import { UnusableWrapper } from './unusable-wrapper.ts'
import { within } from './within.ts'

/** How long an adapter may take to load. */
const loadMs = 30_000

/**
 * Clients of an adapter: a module, in JavaScript or TypeScript, whose default export is what `defineWrapper` gives. It is
 * loaded in a process of its own for each client, never in this one: it may end it, block it or write to its outputs.
 * @param path as its user wrote it, from the current folder
 * @throws UnusableWrapper
 */
export const adapterMaker = async (path: string): Promise<ClientMaker> => {
  const probe = adapterTalker(path, lookAround)
  const { name, operations } = await ready(probe, path)
  await ended(probe)
  return {
    name,
    operations,
    atOnce: 4,
    open: async (target) => {
      let first: AdapterTalker | undefined = adapterTalker(path, target)
      await ready(first, path)
      return standingClient(() => {
        const talker = first ?? adapterTalker(path, target)
        first = undefined
        return talker
      })
    },
  }
}

type Ready = Extract<Loaded, { readonly kind: 'ready' }>

/** Waits until the adapter is loaded; of one that cannot be, the process is ended. */
const ready = async (talker: AdapterTalker, path: string): Promise<Ready> => {
  const loaded = await within(loadMs, talker.loaded)
  if (loaded?.kind === 'ready') return loaded
  await ended(talker)
  throw new UnusableWrapper(
    loaded?.line ?? unloadable(path, `that takes more than ${loadMs / 1_000} s`),
  )
}
