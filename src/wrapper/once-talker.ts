import { byteSink } from '../drivers/byte-sink.ts'
import { answerBox } from './answer-box.ts'
import { lastReplyIn, maxStdout, tooMuch, withoutReply } from './command-reply.ts'
import { startProgram } from './program.ts'
import type { Talker } from './talker.ts'

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
  const text = (): string => Buffer.from(stdout.bytes()).toString()
  let isSilent = true
  let lingering: NodeJS.Timeout | undefined
  const answers = answerBox(group, (ending) => {
    clearTimeout(lingering)
    const reply = lastReplyIn(stdout.bytes())
    return reply ?? { answer: withoutReply(ending, text(), stderr.text()), text: '' }
  })
  // A Node program may be kept by an idle connection for a minute after its last line.
  const endLingering = (): void => {
    const reply = lastReplyIn(stdout.bytes())
    if (reply === undefined) return
    group.kill()
    answers.put(reply)
  }
  program.onStdout((chunk) => {
    isSilent = false
    clearTimeout(lingering)
    if (!stdout.add(chunk)) {
      group.kill()
      answers.put(tooMuch)
    } else if (answers.isAwaited()) {
      lingering = setTimeout(endLingering, lingerMs)
    }
  })
  return {
    group,
    put: (ask) => {
      const answer = answers.next()
      program.write(ask)
      program.endInput()
      return answer
    },
    takeNoise: () => [text(), stderr.take()],
    waits: () => isSilent && !group.isOver(),
  }
}
