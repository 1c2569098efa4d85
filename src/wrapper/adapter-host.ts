import { loadAdapter } from './adapter-file.ts'
import type { Envelope, FromHost, ToHost } from './adapter-messages.ts'
import { createFrom, type Created } from './created.ts'
import { logged, shownError } from './shown.ts'
import { UnusableWrapper } from './unusable-wrapper.ts'

// The program of the process that an adapter runs in. What an adapter does to its process, it does to this one.

// Taken before the adapter can put something else there.
const exit = process.exit.bind(process)
const send = process.send?.bind(process)

let mark = ''

const tell = (message: FromHost, then: () => void = () => {}): void => {
  const envelope: Envelope = { mark, message }
  send?.(envelope, undefined, undefined, () => then())
}

const endBecause = (error: unknown): void => {
  console.error(logged(error))
  tell({ kind: 'fatal', error: shownError(error) }, () => exit(1))
}

let created: Created | undefined

const hear = async (message: ToHost): Promise<void> => {
  switch (message.kind) {
    case 'load': {
      const { path, calledAs, target } = message
      mark = message.mark
      created = await createFrom(await loadAdapter(path, calledAs), target, calledAs)
      const { name, operations } = created
      tell({ kind: 'ready', name, operations })
      return
    }
    case 'call': {
      const told = await created?.call(message.ask)
      if (told !== undefined) tell({ kind: 'told', told })
      return
    }
    default:
      message satisfies never
  }
}

process.on('uncaughtException', endBecause)
// Its parent is gone, or the adapter cut the line.
process.on('disconnect', () => exit(0))
process.on('message', (message: ToHost) => {
  hear(message).catch((error: unknown) => {
    if (error instanceof UnusableWrapper) tell({ kind: 'unusable', line: error.message })
    else endBecause(error)
  })
})
