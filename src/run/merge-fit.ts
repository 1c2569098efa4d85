import { ruleIds } from '../../generated/rule-ids.ts'
import type { Report, ShardReport } from '../report/report.ts'
import { sanitize } from '../report/sanitize.ts'
import { UsageError } from './errors.ts'
import { toolVersion } from './tool-version.ts'

/** The report of a shard, and the file it was read from. */
export type Shard = Report & { readonly file: string; readonly shard: ShardReport }

const shown = (text: string): string => `"${sanitize(text, 200)}"`

/** Throws `UsageError` unless the reports are those of all shards of a run, one of each. */
export const shardsInOrder = (
  reports: readonly { readonly file: string; readonly report: Report }[],
): readonly Shard[] => {
  const shards = reports.map(({ file, report }): Shard => {
    if (report.shard !== undefined) return { ...report, file, shard: report.shard }
    throw new UsageError(
      `${shown(file)} is the report of a whole run; give the reports of run --shard I/N`,
    )
  })
  const [first] = shards
  if (first === undefined)
    throw new UsageError('no report given; name the report.json of each shard')
  const { of } = first.shard
  for (const [position, { file, shard, run }] of shards.entries()) {
    if (run.stopped === 'cancelled') {
      throw new UsageError(`${shown(file)} is of a run that was interrupted; run that shard again`)
    }
    if (shard.index > shard.of) {
      throw new UsageError(
        `${shown(file)} is shard ${shard.index} of ${shard.of}, which there is not`,
      )
    }
    if (shard.of !== of) {
      throw new UsageError(
        `${shown(file)} is one of ${shard.of} shards, and ${shown(first.file)} is one of ${of}; give the shards of one run`,
      )
    }
    const same = shards.slice(0, position).find((other) => other.shard.index === shard.index)
    if (same !== undefined) {
      throw new UsageError(
        `${shown(same.file)} and ${shown(file)} are both shard ${shard.index} of ${of}; give each shard once`,
      )
    }
  }
  const missing = Array.from({ length: of }, (_, position) => position + 1).filter(
    (index) => !shards.some(({ shard }) => shard.index === index),
  )
  if (missing.length > 0) {
    throw new UsageError(
      `shard ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' and more' : ''} of ${of} is missing; without it there is no verdict`,
    )
  }
  return shards.toSorted((a, b) => a.shard.index - b.shard.index)
}

/** What all shards of a run have in common, by the words for it. */
const common: readonly (readonly [string, (shard: Shard) => string])[] = [
  ['version of lambda-conformance', ({ tool }) => tool.version],
  ['edition', ({ edition }) => edition],
  ['profile', ({ run }) => `${run.profile}`],
  ['seed', ({ run }) => `${run.seed}`],
  ['kind of subject', ({ subject }) => subject.kind],
  ['subject', ({ subject }) => subject.name ?? ''],
  ['operations left out', ({ subject }) => (subject.without ?? []).join(', ')],
]

/** Throws `UsageError` where the shards cannot be of one run, or of this release. */
export const misfit = (shards: readonly Shard[]): void => {
  const [first, ...others] = shards
  if (first === undefined) return
  for (const other of others) {
    for (const [what, of] of common) {
      if (of(other) === of(first)) continue
      throw new UsageError(
        `the shards do not fit together: ${shown(first.file)} has the ${what} ${sanitize(of(first), 100)}, ${shown(other.file)} has ${sanitize(of(other), 100)}; run all of them with the same one`,
      )
    }
    const ids = (shard: Shard): string => shard.rules.map(({ id }) => id).join(' ')
    if (ids(other) !== ids(first)) {
      throw new UsageError(
        `the shards do not fit together: ${shown(first.file)} and ${shown(other.file)} judge different rules; give all of them the same --rule and --skip-rule`,
      )
    }
  }
  if (first.tool.version !== toolVersion) {
    throw new UsageError(
      `the shards come from lambda-conformance ${sanitize(first.tool.version, 40)}, this is ${toolVersion}; merge them with the release that made them`,
    )
  }
  const unknown = first.rules.find(({ id }) => !(ruleIds as readonly string[]).includes(id))
  if (unknown !== undefined) {
    throw new UsageError(
      `${shown(first.file)} judges a rule that there is not: ${shown(unknown.id)}`,
    )
  }
}
