import { constants } from 'node:os'
import type { ClientAnswer } from '../drivers/client-record.ts'
import type { JsonObject } from '../call.ts'
import { readBody } from '../drivers/read-reply.ts'
import { errorAnswer, noAnswer, outputAnswer } from './answers.ts'
import type { Ending } from './child-group.ts'
import { lastLine, withLastLine } from './last-line.ts'
import { shown } from './shown.ts'
import type { Heard } from './answer-box.ts'

/** All that a program may write to its standard output for one call. */
export const maxStdout = 64 * 1024 * 1024

export const tooMuch: Heard = {
  answer: noAnswer('odd', 'the program wrote more than 64 MB for one call'),
  text: '',
}

/** The answer in a text that is one reply in JSON and nothing else. */
export const replyIn = (bytes: Uint8Array): Heard | undefined => {
  if (bytes.find((byte) => !blank.has(byte)) !== openBrace) return undefined
  const { text, body } = readBody(bytes)
  if (body.kind !== 'json') return undefined
  const reply = body.value
  if (typeof reply !== 'object' || reply === null || Array.isArray(reply)) return undefined
  const answer = answerOf(reply as JsonObject)
  return answer === undefined ? undefined : { answer, text }
}

/** White space, and the mark that some put before UTF-8. A million lines of noise are not worth a parse each. */
const blank: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf])
const openBrace = 0x7b

const answerOf = ({ ok, output, error, status }: JsonObject): ClientAnswer | undefined => {
  if (ok === true) return outputAnswer('the program', output, status)
  // Some put the mere message there.
  if (ok === false)
    return errorAnswer(typeof error === 'string' ? { message: error } : error, status)
  return undefined
}

/** The answer in all that a program wrote: as a whole, however laid out, or else on the last line that is a reply. */
export const lastReplyIn = (bytes: Uint8Array): Heard | undefined => {
  const whole = replyIn(bytes)
  if (whole !== undefined) return whole
  for (let end = bytes.length; end > 0;) {
    const start = bytes.lastIndexOf(newline, end - 1) + 1
    const reply = replyIn(bytes.subarray(start, end))
    if (reply !== undefined) return reply
    end = start - 1
  }
  return undefined
}

export const newline = 0x0a

const wanted = '{"ok":true,"output":{…}} or {"ok":false,"error":{…}}'

/** What a shell ends with that may not run a program, or does not find it. */
const notRun: readonly number[] = [126, 127]

/** What to say for a program that ended and gave no reply. */
export const withoutReply = (ended: Ending, stdout: string, stderr: string): ClientAnswer => {
  const ending = seenThroughShell(ended)
  switch (ending.kind) {
    case 'not-started':
      return noAnswer('not-started', `the program could not be started: ${ending.why}`)
    case 'signal':
      return noAnswer('died', withLastLine(`the program was killed by ${ending.signal}`, stderr))
    case 'exit': {
      if (notRun.includes(ending.code) && stdout.trim() === '') {
        return noAnswer('not-started', withLastLine('the program could not be started', stderr))
      }
      const how = withLastLine(`ended with exit code ${ending.code}`, stderr)
      return stdout.trim() === ''
        ? noAnswer('silent', `the program wrote no reply and ${how}`)
        : noAnswer('odd', `the program wrote ${shown(lastLine(stdout))} and not ${wanted}; ${how}`)
    }
    default:
      return ending satisfies never
  }
}

/** A shell ends with 128 and the number of the signal that killed what it ran. */
const seenThroughShell = (ending: Ending): Ending => {
  if (ending.kind !== 'exit') return ending
  const found = Object.entries(constants.signals).find(([, number]) => number === ending.code - 128)
  return found === undefined ? ending : { kind: 'signal', signal: found[0] }
}
