import { byteSink } from '../drivers/byte-sink.ts'
import { maxStdout, newline, replyIn, tooMuch, withoutReply } from './command-reply.ts'
import { keptLength, keptText } from './kept-text.ts'
import { startProgram } from './program.ts'
import type { Heard, Talker } from './talker.ts'

/** A program that stays: a line for each question, a line for each answer. Lines that are no answer are noise. */
export const lineTalker = (command: string, env: NodeJS.ProcessEnv): Talker => {
  const program = startProgram(command, env)
  const { group, stderr } = program
  const noise = keptText(keptLength)
  let line = byteSink(maxStdout)
  let room = maxStdout
  // Nobody waits between two calls: a second answer to one question must not become the answer to the next.
  let answered: ((heard: Heard) => void) | undefined
  const answer = (heard: Heard): void => {
    answered?.(heard)
    answered = undefined
  }
  const endLine = (): void => {
    const bytes = line.bytes()
    line = byteSink(maxStdout)
    const heard = answered === undefined ? undefined : replyIn(bytes)
    if (heard === undefined) noise.add(`${Buffer.from(bytes).toString()}\n`)
    else answer(heard)
  }
  program.onStdout((chunk) => {
    room -= chunk.length
    if (room < 0) {
      group.kill()
      answer(tooMuch)
      return
    }
    let start = 0
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      line.add(chunk.subarray(start, end))
      endLine()
      start = end + 1
    }
    line.add(chunk.subarray(start))
  })
  return {
    group,
    put: (ask) =>
      new Promise((resolve) => {
        room = maxStdout
        answered = resolve
        program.write(ask)
      }),
    atEnd: (ending) => {
      const heard = replyIn(line.bytes())
      if (heard !== undefined) return heard
      endLine()
      return { answer: withoutReply(ending, noise.text(), stderr.text()), text: '' }
    },
    takeNoise: () => [noise.take(), stderr.take()],
  }
}
