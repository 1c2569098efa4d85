import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { resolve as resolvePath } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isEnvelope, type FromHost, type ToHost } from './adapter-messages.ts'
import { answerBox } from './answer-box.ts'
import { noAnswer } from './answers.ts'
import { groupOf, type Ending } from './child-group.ts'
import type { Ask } from './client.ts'
import { environmentFor } from './environment.ts'
import { keptLength, keptText } from './kept-text.ts'
import { withLastLine } from './last-line.ts'
import type { Talker } from './talker.ts'
import { unusable } from './unusable-wrapper.ts'
import type { WrapperTarget } from './wrapper.ts'

/** What an adapter turned out to be. */
export type Loaded = Extract<FromHost, { readonly kind: 'ready' | 'unusable' }>

/** `loaded` settles once the adapter is loaded, or cannot be. */
export type AdapterTalker = Talker & { readonly loaded: Promise<Loaded> }

// From source the host is TypeScript as this file is, and needs what runs it.
const isSource = import.meta.url.endsWith('.ts')
const host = fileURLToPath(new URL(`adapter-host.${isSource ? 'ts' : 'js'}`, import.meta.url))
const execArgv = (): string[] =>
  isSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : []

/** Starts a process and has it load the adapter for the target. */
export const adapterTalker = (calledAs: string, target: WrapperTarget): AdapterTalker => {
  const child = fork(host, [], {
    execArgv: execArgv(),
    env: environmentFor(target),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  })
  const [stdout, stderr] = [keptText(keptLength), keptText(keptLength)]
  child.stdout?.setEncoding('utf8').on('data', stdout.add)
  child.stderr?.setEncoding('utf8').on('data', stderr.add)
  const mark = randomUUID()
  // A child that is gone cannot be told anything; its end answers for it.
  const tell = (message: ToHost): boolean => child.send(message, () => {})
  let fatal: string | undefined
  let settle: (loaded: Loaded) => void
  const loaded = new Promise<Loaded>((resolve) => (settle = resolve))
  const group = groupOf(child)
  const answers = answerBox(group, (ending) => {
    const how = withLastLine(endOf(ending, fatal), fatal === undefined ? stderr.text() : '')
    settle({ kind: 'unusable', line: unloadable(calledAs, `its process ${how}`) })
    return { answer: noAnswer('died', `the process of the adapter ${how}`), text: '' }
  })
  child.on('message', (received: unknown) => {
    if (!isEnvelope(received, mark)) return
    const { message } = received
    switch (message.kind) {
      case 'ready':
      case 'unusable':
        settle(message)
        return
      case 'told':
        answers.put({ answer: message.told.answer, text: message.told.said })
        return
      case 'fatal':
        fatal = message.error
        return
      default:
        message satisfies never
    }
  })
  tell({ kind: 'load', mark, path: resolvePath(calledAs), calledAs, target })
  const callOnceLoaded = async (ask: Ask): Promise<void> => {
    const message = await loaded
    if (message.kind === 'ready') tell({ kind: 'call', ask })
    else answers.put({ answer: noAnswer('died', message.line), text: '' })
  }
  return {
    group,
    loaded,
    put: (ask) => {
      void callOnceLoaded(ask)
      return answers.next()
    },
    takeNoise: () => [stdout.take(), stderr.take()],
  }
}

/** The line for an adapter whose loading came to no end. */
export const unloadable = (calledAs: string, how: string): string =>
  unusable(
    `${calledAs} cannot be loaded: ${how}`,
    'make it a module that does nothing until its methods are called',
  ).message

const endOf = (ending: Ending, fatal: string | undefined): string => {
  if (fatal !== undefined) return `ended by an error that nothing caught, ${fatal}`
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
