import type { Report, RuleReport } from '../report/report.ts'
import { sanitize } from '../report/sanitize.ts'
import type { ExpectedFailure, KnownFlaky } from './baseline.ts'
import { addEntry, removeEntries, setMember, textOf } from './edit-nodes.ts'
import type { Edited } from './init-baseline.ts'
import { isFailing, lookUp, passingIn, tolerates, type Failing, type LookedUp } from './look-up.ts'
import { parseBaseline, type BaselineDocument } from './parse-baseline.ts'

type Named = LookedUp<ExpectedFailure | KnownFlaky>

/** Why an entry goes whatever the run showed. */
const deadBecause = ({ named, breakable, expired, entry }: Named): string | undefined => {
  if (named === 0) return 'it matches no rule'
  if (breakable === 0) return 'it can never fail'
  return expired ? `it expired on ${entry.expires ?? ''}` : undefined
}

const removed = (rule: string, line: number, because: string): string =>
  `removed ${sanitize(rule, 120)} (line ${line}): ${because}`

const passesInWords = (passing: readonly RuleReport[]): string =>
  passing.length === 1
    ? `${passing[0]?.id ?? ''} passes`
    : `${passing[0]?.id ?? ''} and ${passing.length - 1} more pass`

const deadIn = (entries: readonly Named[]) =>
  entries.flatMap((each, index) => {
    const because = deadBecause(each)
    return because === undefined
      ? []
      : [{ index, change: removed(each.entry.rule, each.entry.line, because) }]
  })

/**
 * Takes out entries that are stale, expired or match nothing. A glob of which some rules pass is narrowed to those that
 * still fail and that nothing else tolerates; nothing becomes red by this.
 */
export const pruneBaseline = (read: BaselineDocument, report: Report): Edited => {
  const { baseline, document } = parseBaseline(read.text, read.baseline.file)
  const { expected, flaky } = lookUp(report, baseline)
  const dead = deadIn(expected)
  const deadFlaky = deadIn(flaky)
  const isDead = new Set(dead.map(({ index }) => index))
  const stale = expected.flatMap((each, index) => {
    const passing = isDead.has(index) ? [] : passingIn(each, flaky)
    return passing.length === 0 ? [] : [{ each, index, passing }]
  })
  const isStale = new Set(stale.map(({ index }) => index))
  const staying = [...expected.filter((_, index) => !isStale.has(index)), ...flaky]
  const kept = new Set<Failing>()

  const narrowed = stale.map(({ each, index, passing }) => {
    const own = each.rules
      .filter(isFailing)
      .filter(
        (rule) =>
          tolerates(each, rule) &&
          !kept.has(rule) &&
          !staying.some((other) => tolerates(other, rule)),
      )
    for (const rule of own) kept.add(rule)
    const { line, rule } = each.entry
    const change =
      own.length === 0
        ? removed(rule, line, each.named === 1 ? 'it passes' : passesInWords(passing))
        : `narrowed ${sanitize(rule, 120)} (line ${line}) to ${own.map(({ id }) => id).join(', ')}`
    return { each, index, own, change }
  })

  // From the end, so that the indexes of what comes before still hold.
  for (const { each, index, own } of narrowed.toReversed()) {
    const { line: _, ...entry } = each.entry
    const [first, ...more] = own
    if (first === undefined) continue
    setMember(document, 'expectedFailures', index, 'rule', first.id)
    for (const rule of more.toReversed()) {
      addEntry(document, 'expectedFailures', { ...entry, rule: rule.id }, index)
    }
  }
  // Narrowing has put entries in between: what goes is found again by its place before.
  const shift = (index: number): number =>
    index +
    narrowed
      .filter((other) => other.index < index)
      .reduce((sum, { own }) => sum + Math.max(own.length - 1, 0), 0)
  const gone = [...dead, ...narrowed.filter(({ own }) => own.length === 0)]
  removeEntries(
    { document, text: read.text },
    'expectedFailures',
    new Set(gone.map(({ index }) => shift(index))),
  )
  removeEntries(
    { document, text: read.text },
    'knownFlaky',
    new Set(deadFlaky.map(({ index }) => index)),
  )

  const supported = baseline.expectedUnsupported
    .map((entry, index) => ({ ...entry, index }))
    .filter(({ operation }) => report.subject.operations[operation] === 'supported')
  removeEntries(
    { document, text: read.text },
    'expectedUnsupported',
    new Set(supported.map(({ index }) => index)),
  )

  const changes = [
    ...[...dead, ...narrowed]
      .toSorted((left, right) => left.index - right.index)
      .map(({ change }) => change),
    ...supported.map(({ operation, line }) => removed(operation, line, 'it is implemented')),
    ...deadFlaky.map(({ change }) => change),
  ]
  return { text: changes.length === 0 ? read.text : textOf({ document, text: read.text }), changes }
}
