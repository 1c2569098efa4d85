import type { RuleId } from '../../generated/rule-ids.ts'
import type { OperationName } from '../../spec/operations.ts'
import { standingOf, type Breach, type Standing, type Tally } from '../run/tally.ts'
import type { Judged } from './judging.ts'

const firstOf = <Value>(values: readonly (Value | undefined)[]): Value | undefined =>
  values.find((value) => value !== undefined)

const shortest = (breaches: readonly (Breach | undefined)[]): Breach | undefined =>
  breaches
    .filter((breach) => breach !== undefined)
    .toSorted((a, b) => a.finding.at - b.finding.at)[0]

const standingIn = (files: readonly Judged[], rule: RuleId): Standing => {
  const standings = files.map(({ tally }) => standingOf(tally, rule))
  // A file may have lost the line in which the breach was first seen, and not those that made it shorter.
  const breach =
    shortest(standings.map((standing) => standing.breach)) ??
    shortest(files.map(({ shortened }) => shortened.get(rule)))
  const unproven = firstOf(standings.map((standing) => standing.unproven))
  const excusedBy = firstOf(standings.map((standing) => standing.excusedBy))
  const crash = firstOf(standings.map((standing) => standing.crash))
  return {
    held: standings.reduce((sum, { held }) => sum + held, 0),
    judgingMs: standings.reduce((sum, { judgingMs }) => sum + judgingMs, 0),
    behaviours: new Set(standings.flatMap(({ behaviours }) => [...behaviours])),
    ...(breach === undefined ? {} : { breach }),
    ...(unproven === undefined ? {} : { unproven }),
    ...(excusedBy === undefined ? {} : { excusedBy }),
    ...(crash === undefined ? {} : { crash }),
  }
}

/** What all files together say, each of the rules that its calls show anything of. */
export const joinedTally = (files: readonly Judged[]): Tally => {
  const rules = new Set(files.flatMap((file) => file.rules))
  return new Map(
    [...rules].map((rule) => [
      rule,
      standingIn(
        files.filter((file) => file.rules.includes(rule)),
        rule,
      ),
    ]),
  )
}

/** The breach to show: the shortest one, also of those that a run came to later. */
export const shownBreach = (files: readonly Judged[], rule: RuleId, found: Breach): Breach =>
  shortest([found, ...files.map(({ shortened }) => shortened.get(rule))]) ?? found

/** What is known of the subject's operations: one that ever succeeded is there, and permitted. */
export const joinedOperations = (files: readonly Judged[]) => {
  const seen = files.map(({ operations }) => Object.entries(operations.seen()))
  const supported = seen.flat().filter(([, is]) => is === 'supported')
  // Their keys are names of operations.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const operations = Object.fromEntries([...seen.flat(), ...supported]) as Readonly<
    Partial<Record<OperationName, 'supported' | 'unsupported'>>
  >
  const denied = files.flatMap((file) => [...file.operations.denied()])
  return {
    operations,
    unsupported: new Set(
      files
        .flatMap((file) => [...file.operations.unsupported()])
        .filter((name) => operations[name] !== 'supported'),
    ),
    denied: new Map(denied.filter(([name]) => operations[name] !== 'supported')),
  }
}
