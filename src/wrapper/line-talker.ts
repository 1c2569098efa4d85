import { byteSink } from '../drivers/byte-sink.ts'
import { answerBox } from './answer-box.ts'
import { maxStdout, newline, replyIn, tooMuch, withoutReply } from './command-reply.ts'
import { keptLength, keptText } from './kept-text.ts'
import { startProgram } from './program.ts'
import type { Talker } from './talker.ts'

/** A program that stays: a line for each question, a line for each answer. Lines that are no answer are noise. */
export const lineTalker = (command: string, env: NodeJS.ProcessEnv): Talker => {
  const program = startProgram(command, env)
  const { group, stderr } = program
  const noise = keptText(keptLength)
  let line = byteSink(maxStdout)
  let room = maxStdout
  const answers = answerBox(group, (ending) => {
    // The end of a program ends its line.
    const reply = replyIn(line.bytes())
    if (reply !== undefined) return reply
    noise.add(Buffer.from(line.bytes()).toString())
    return { answer: withoutReply(ending, noise.text(), stderr.text()), text: '' }
  })
  const endLine = (): void => {
    const bytes = line.bytes()
    line = byteSink(maxStdout)
    const reply = answers.isAwaited() ? replyIn(bytes) : undefined
    if (reply === undefined) noise.add(`${Buffer.from(bytes).toString()}\n`)
    else answers.put(reply)
  }
  program.onStdout((chunk) => {
    room -= chunk.length
    if (room < 0) {
      group.kill()
      answers.put(tooMuch)
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
    put: (ask) => {
      room = maxStdout
      const answer = answers.next()
      program.write(ask)
      return answer
    },
    takeNoise: () => [noise.take(), stderr.take()],
  }
}
