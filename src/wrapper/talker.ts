import { setImmediate as nextTurn } from 'node:timers/promises'
import { noAnswer } from './answers.ts'
import type { Heard } from './answer-box.ts'
import type { ChildGroup } from './child-group.ts'
import type { Ask, Told } from './client.ts'
import { said } from './kept-text.ts'
import { withLastLine } from './last-line.ts'
import { within } from './within.ts'

/** A process that is asked and answers. */
export type Talker = {
  readonly group: ChildGroup
  /** Settles with the answer, or with what its end makes of it. Called again once it has settled. */
  readonly put: (ask: Ask) => Promise<Heard>
  /** What it wrote to its two outputs since the last time, but for its answers. */
  readonly takeNoise: () => readonly [stdout: string, stderr: string]
}

/** A killed process is gone at once, unless the system holds it. */
const dyingMs = 1_000

/** One question and its answer. A process that did not answer in time is killed. */
export const converse = async (talker: Talker, ask: Ask, timeoutMs: number): Promise<Told> => {
  const heard = await within(timeoutMs, talker.put(ask))
  if (heard === undefined) await ended(talker)
  // What it wrote before its answer is in another pipe, read in this turn of the loop.
  else await nextTurn()
  const noise = talker.takeNoise()
  const { answer, text } = heard ?? {
    answer: noAnswer('timed-out', withLastLine(`no answer in ${timeoutMs} ms`, noise[1])),
    text: '',
  }
  return { answer, said: said(text, ...noise) }
}

/** Kills the process, and waits until it is gone. */
export const ended = async ({ group }: Talker): Promise<void> => {
  group.kill()
  await within(dyingMs, group.ended)
}

export const closedTold: Told = { answer: noAnswer('died', 'the client is closed'), said: '' }
