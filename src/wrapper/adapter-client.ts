import type { ClientMaker } from './client.ts'
import { adapterTalker, type AdapterTalker, type Loaded } from './adapter-talker.ts'
import { lookAround } from './look-around.ts'
import { standingClient } from './standing-client.ts'
import { ended } from './talker.ts'
import { unusable, UnusableWrapper } from './unusable-wrapper.ts'
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
  const end = talker.group.ended.then((ending) => talker.atEnd(ending).answer)
  const message = await within(loadMs, Promise.race([talker.loaded, end]))
  if (message?.kind === 'ready') return message
  await ended(talker)
  if (message?.kind === 'unusable') throw new UnusableWrapper(message.line)
  const how =
    message?.kind === 'none' ? message.because : `loading it took more than ${loadMs / 1_000} s`
  throw unusable(
    `${path} cannot be loaded: ${how}`,
    'make it a module that does nothing until its methods are called',
  )
}
