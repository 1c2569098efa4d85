import { noAnswer } from './answers.ts'
import type { Ask, ClientMaker, Told } from './client.ts'
import { createFrom } from './created.ts'
import { lookAround } from './look-around.ts'
import { within } from './within.ts'
import { unusable } from './unusable-wrapper.ts'
import type { Wrapper, WrapperTarget } from './wrapper.ts'

/** How long `create` may take. */
const createMs = 30_000

/**
 * Clients of a wrapper in this process. One that blocks it cannot be stopped, and a call that is given up goes on.
 * @throws UnusableWrapper
 */
export const inlineMaker = async (wrapper: Wrapper): Promise<ClientMaker> => {
  const create = async (target: WrapperTarget) => {
    const created = await within(createMs, createFrom(wrapper, target, 'the wrapper'))
    if (created !== undefined) return created
    throw unusable(
      `create of the wrapper was not done in ${createMs} ms`,
      'make it work without a request',
    )
  }
  const { name, operations } = await create(lookAround)
  return {
    name,
    operations,
    atOnce: 4,
    open: async (target) => {
      const { call } = await create(target)
      return {
        ask: async (ask: Ask, timeoutMs: number): Promise<Told> =>
          (await within(timeoutMs, call(ask))) ?? {
            answer: noAnswer('timed-out', `no answer in ${timeoutMs} ms`),
            said: '',
          },
        close: async () => {},
      }
    },
  }
}
