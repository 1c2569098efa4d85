import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { resolve as resolvePath } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { noAnswer } from './answers.ts'
import { isEnvelope, type FromHost, type ToHost } from './adapter-messages.ts'
import { groupOf, type Ending } from './child-group.ts'
import { environmentFor } from './environment.ts'
import { keptLength, keptText } from './kept-text.ts'
import { withLastLine } from './last-line.ts'
import type { Heard, Talker } from './talker.ts'
import type { WrapperTarget } from './wrapper.ts'

/** What a loaded adapter says it is. */
export type Loaded = Extract<FromHost, { readonly kind: 'ready' | 'unusable' }>

export type AdapterTalker = Talker & {
  /** Settles once the adapter is loaded, and never where its process ends before. */
  readonly loaded: Promise<Loaded>
}

// From source the host is TypeScript as this file is, and needs what runs it.
const isSource = import.meta.url.endsWith('.ts')
const host = fileURLToPath(new URL(`adapter-host.${isSource ? 'ts' : 'js'}`, import.meta.url))
const execArgv = (): readonly string[] =>
  isSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : []

/** Starts a process and has it load the adapter for the target. */
export const adapterTalker = (calledAs: string, target: WrapperTarget): AdapterTalker => {
  const child = fork(host, [], {
    execArgv: [...execArgv()],
    env: environmentFor(target),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  })
  const group = groupOf(child)
  const [stdout, stderr] = [keptText(keptLength), keptText(keptLength)]
  child.stdout?.setEncoding('utf8').on('data', stdout.add)
  child.stderr?.setEncoding('utf8').on('data', stderr.add)
  const mark = randomUUID()
  let calls = 0
  let answered: ((heard: Heard) => void) | undefined
  let fatal: string | undefined
  const loaded = new Promise<Loaded>((resolve) => {
    child.on('message', (received: unknown) => {
      if (!isEnvelope(received, mark)) return
      const { message } = received
      switch (message.kind) {
        case 'ready':
        case 'unusable':
          resolve(message)
          return
        case 'told':
          if (message.id === calls)
            answered?.({ answer: message.told.answer, text: message.told.said })
          return
        case 'fatal':
          fatal = message.error
          return
        default:
          message satisfies never
      }
    })
  })
  // A child that is gone cannot be told anything; its end answers for it.
  const tell = (message: ToHost): boolean => child.send(message, () => {})
  tell({ kind: 'load', mark, path: resolvePath(calledAs), calledAs, target })
  return {
    group,
    loaded,
    put: async (ask) => {
      const message = await loaded
      if (message.kind === 'unusable') {
        return { answer: noAnswer('died', message.line), text: '' }
      }
      return new Promise((resolve) => {
        calls += 1
        answered = resolve
        tell({ kind: 'call', id: calls, ask })
      })
    },
    atEnd: (ending) => {
      const how =
        fatal === undefined
          ? withLastLine(endOf(ending), stderr.text())
          : `ended by an error that nothing caught, ${fatal}`
      return { answer: noAnswer('died', `the process of the adapter ${how}`), text: '' }
    },
    takeNoise: () => [stdout.take(), stderr.take()],
  }
}

const endOf = (ending: Ending): string => {
  switch (ending.kind) {
    case 'exit':
      return `ended with exit code ${ending.code}`
    case 'signal':
      return `was killed by ${ending.signal}`
    case 'not-started':
      return `could not be started, because of ${ending.why}`
    default:
      return ending satisfies never
  }
}
