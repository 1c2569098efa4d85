import { byteSink } from '../drivers/byte-sink.ts'
import { lastReplyIn, maxStdout, tooMuch, withoutReply } from './command-reply.ts'
import { startProgram } from './program.ts'
import type { Heard, Talker } from './talker.ts'

/** How long a program may stay silent after its reply before it is taken to have said all. */
const lingerMs = 1_000

export type OnceTalker = Talker & {
  /** Whether it waits to be asked, as far as can be seen. */
  readonly waits: () => boolean
}

/** A program for one call: it reads its standard input to the end, answers and ends. */
export const onceTalker = (command: string, env: NodeJS.ProcessEnv): OnceTalker => {
  const program = startProgram(command, env)
  const { group, stderr } = program
  const stdout = byteSink(maxStdout)
  let answered: ((heard: Heard) => void) | undefined
  let isAsked = false
  let isSilent = true
  let lingering: NodeJS.Timeout | undefined
  program.onStdout((chunk) => {
    isSilent = false
    clearTimeout(lingering)
    if (!stdout.add(chunk)) {
      group.kill()
      answered?.(tooMuch)
      return
    }
    if (isAsked) lingering = setTimeout(endLingering, lingerMs)
  })
  // A Node program may be kept by an idle connection for a minute after its last line.
  const endLingering = (): void => {
    const heard = lastReplyIn(stdout.bytes())
    if (heard === undefined) return
    group.kill()
    answered?.(heard)
  }
  const text = (): string => Buffer.from(stdout.bytes()).toString()
  return {
    group,
    put: (ask) =>
      new Promise((resolve) => {
        answered = resolve
        isAsked = true
        program.write(ask)
        program.endInput()
      }),
    atEnd: (ending) => {
      clearTimeout(lingering)
      return (
        lastReplyIn(stdout.bytes()) ?? {
          answer: withoutReply(ending, text(), stderr.text()),
          text: '',
        }
      )
    },
    takeNoise: () => [text(), stderr.take()],
    waits: () => isSilent && !group.isOver(),
  }
}
