import { excessOf } from '../drivers/read-reply.ts'
import { ofFailureFile, ofReport } from './circumstances.ts'
import { failureOf } from './failure.ts'
import { listAt, memberOf, Misfit, objectAt, textAt, type Reader } from './shape.ts'
import type { Circumstances, StoredProgram } from './stored.ts'

/** What a file that is one JSON value turned out to be. */
export type Document =
  | {
      readonly kind: 'failures'
      readonly circumstances: Circumstances
      readonly programs: readonly StoredProgram[]
      /** Number of failures that a client made: their files show too little of it to judge them. */
      readonly ofClients: number
    }
  | { readonly kind: 'misfit'; readonly why: string }

/** A reply stands in a failure as text, so nothing is nested deep but what was asked for. */
const most = { depth: 300, values: 20_000_000 }

const failuresOf = (
  found: readonly (StoredProgram | undefined)[],
  circumstances: Circumstances,
): Document => {
  const programs = found.filter((program) => program !== undefined)
  return {
    kind: 'failures',
    circumstances,
    programs,
    ofClients: found.length - programs.length,
  }
}

const failureIn: Reader<StoredProgram | undefined | null> = (value, at) => {
  const rule = objectAt(value, at)
  if (!Object.hasOwn(rule, 'failure')) return null
  return memberOf(rule, 'failure', at, failureOf(memberOf(rule, 'id', at, textAt)))
}

const documentAt = (value: unknown): Document => {
  const file = objectAt(value, '')
  if (Object.hasOwn(file, 'rules')) {
    const circumstances = ofReport(file, '')
    const failures = memberOf(file, 'rules', '', listAt(failureIn))
    return failuresOf(
      failures.filter((each) => each !== null),
      circumstances,
    )
  }
  if (Object.hasOwn(file, 'steps')) {
    const rule = memberOf(file, 'rule', '', objectAt)
    const failure = failureOf(memberOf(rule, 'id', 'rule', textAt))(file, '')
    return failuresOf([failure], ofFailureFile(file, ''))
  }
  throw new Misfit('it has neither steps nor rules')
}

/** A file of failures/, or a report.json. Never throws for what stands in it. */
export const readDocument = (text: string): Document => {
  const excess = excessOf(text, most)
  if (excess !== undefined) return { kind: 'misfit', why: excess }
  try {
    return documentAt(JSON.parse(text))
  } catch (error) {
    if (error instanceof Misfit) return { kind: 'misfit', why: error.message }
    if (error instanceof SyntaxError) return { kind: 'misfit', why: 'it is no JSON' }
    throw error
  }
}
