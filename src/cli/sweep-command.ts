import { defaultEdition } from '../../spec/editions.ts'
import { awsHostOf } from '../aws/host.ts'
import { credentialsOf, defaultRegion } from '../run/driver-for.ts'
import { rateFor } from '../run/settings.ts'
import { httpDriver, type HttpDriver } from '../drivers/http.ts'
import { findAll, type Found } from '../ledger/find.ts'
import { readLedgers, type KeptLedger } from '../ledger/read-ledger.ts'
import { removeLedger } from '../ledger/ledger.ts'
import { removeLeftover, type Removed } from '../ledger/remove.ts'
import { inWords, prefixOf, type Resource } from '../ledger/resource.ts'
import { isUnderWay, sweepLedger } from '../ledger/sweep.ts'
import { sanitize } from '../report/sanitize.ts'
import { SubjectUnavailable, UsageError } from '../run/errors.ts'
import { exitCodes, type ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { requireConsent } from './run-options.ts'
import type { SweepRequest } from './sweep-options.ts'

type Kept = Extract<KeptLedger, { kind: 'kept' }>
type ByName = Extract<SweepRequest, { by: 'name' }>

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const manyInWords = (resources: readonly Resource[]): string => {
  const of = (kind: Resource['kind']): number =>
    resources.filter((resource) => resource.kind === kind).length
  const parts = (['function', 'layer'] as const)
    .filter((kind) => of(kind) > 0)
    .map((kind) => counted(of(kind), kind))
  return parts.length === 0 ? 'nothing' : parts.join(' and ')
}

const driverTo = async (
  { timeoutMs, maxRps }: SweepRequest,
  endpoint: string,
  region: string,
): Promise<HttpDriver> => {
  const rate = rateFor(endpoint, maxRps)
  return httpDriver({
    endpoint,
    region,
    edition: defaultEdition,
    credentials: await credentialsOf({ endpoint }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(rate === undefined ? {} : { maxRps: rate }),
  })
}

/** Tells what came of each, and whether all of it is gone. */
const teller = ({ stdout }: Io) => {
  const gone: Resource[] = []
  let kept = 0
  return {
    tell: (resource: Resource, removed: Removed): void => {
      if (removed.is !== 'kept') {
        gone.push(resource)
        return
      }
      kept += 1
      stdout.write(`  not deleted: ${inWords(resource)} (${sanitize(removed.why, 300)})\n`)
    },
    conclude: (where: string): number => {
      const rest = kept === 0 ? 'nothing is left' : `${kept} left`
      stdout.write(`${where}: ${manyInWords(gone)} gone, ${rest}\n`)
      return kept
    },
  }
}

/** How many of its resources are left. */
const sweepOne = async (ledger: Kept, request: SweepRequest, io: Io): Promise<number> => {
  const { run, endpoint, region, startedAt } = ledger.heading
  const shown = sanitize(endpoint, 200)
  requireConsent(endpoint, request.allowRemote)
  const driver = await driverTo(request, endpoint, region)
  const { tell, conclude } = teller(io)
  try {
    const send = async (call: Parameters<HttpDriver['send']>[0]) =>
      (await driver.send(call)).outcome
    for await (const { leftover, removed } of sweepLedger(ledger, send)) {
      tell(leftover, removed)
      if (io.signal.aborted) break
    }
  } finally {
    await driver.close()
  }
  return conclude(`run ${run} of ${sanitize(startedAt, 40)} on ${shown}`)
}

const byLedger = async (
  request: Extract<SweepRequest, { by: 'ledger' }>,
  io: Io,
): Promise<ExitCode> => {
  const { directory, run } = request
  const there = await readLedgers(directory)
  let left = 0
  let swept = 0
  for (const ledger of there) {
    const file = sanitize(ledger.file, 200)
    switch (ledger.kind) {
      case 'unreadable':
        io.stderr.write(`${file} is no ledger: ${ledger.why}; nothing that it lists was touched\n`)
        left += 1
        break
      case 'empty':
        removeLedger(directory, ledger.file)
        break
      case 'kept':
        if (run !== undefined && ledger.heading.run !== run) break
        if (run === undefined && isUnderWay(ledger.heading)) {
          io.stdout.write(
            `run ${ledger.heading.run} is under way (process ${ledger.heading.pid}) and left alone; if that is another program, add --run ${ledger.heading.run}\n`,
          )
          break
        }
        swept += 1
        left += await sweepOne(ledger, request, io)
        break
      default:
        ledger satisfies never
    }
  }
  if (swept === 0 && left === 0) {
    io.stdout.write(
      `Nothing to sweep in ${sanitize(directory, 200)}. The ledger of a run with --out DIR is found by sweep --out DIR\n`,
    )
  }
  return left === 0 ? exitCodes.ok : exitCodes.untested
}

const age = (ms: number): string =>
  ms >= 172_800_000 ? `${Math.floor(ms / 86_400_000)} days` : `${Math.floor(ms / 3_600_000)} hours`

/** What is old enough and of no run that is under way here. */
const sweepable = async (
  { olderThan, directory }: ByName,
  found: readonly Found[],
): Promise<readonly Found[]> => {
  const ledgers = await readLedgers(directory)
  const inUse = ledgers.flatMap((ledger) =>
    ledger.kind === 'kept' && isUnderWay(ledger.heading) ? [prefixOf(ledger.heading.run)] : [],
  )
  return found.filter(
    ({ name, at }) =>
      at !== undefined &&
      Date.now() - at >= olderThan &&
      !inUse.some((prefix) => name.startsWith(prefix)),
  )
}

const confirmed = async (request: ByName, old: readonly Found[], io: Io): Promise<boolean> => {
  if (request.yes) return true
  const question = `Delete ${manyInWords(old)} on ${sanitize(request.endpoint, 200)}? [y/N] `
  const answer = await io.ask?.(question)
  if (answer === undefined) {
    throw new UsageError(
      'nothing was deleted: there is nobody to ask; add --yes to delete what is listed',
    )
  }
  return /^y(es)?$/i.test(answer.trim())
}

const byName = async (request: ByName, io: Io): Promise<ExitCode> => {
  const { endpoint } = request
  const driver = await driverTo(
    request,
    endpoint,
    request.region ?? awsHostOf(endpoint)?.region ?? defaultRegion,
  )
  try {
    const search = await findAll(driver.pass)
    if (search.kind === 'failed') {
      throw new SubjectUnavailable(
        `Failed to look for what runs have left, because ${search.operation} failed (${search.why}); check --endpoint and --region`,
      )
    }
    const old = await sweepable(request, search.found)
    for (const { at, ...resource } of old) {
      io.stdout.write(`  ${inWords(resource)}   ${age(Date.now() - (at ?? 0))} old\n`)
    }
    const younger = search.found.length - old.length
    const rest = younger === 0 ? '' : `; ${younger} younger, in use or of unknown age`
    io.stdout.write(`${manyInWords(old)} of runs on ${sanitize(endpoint, 200)}${rest}\n`)
    if (old.length === 0) return exitCodes.ok
    if (!(await confirmed(request, old, io))) {
      io.stdout.write('Nothing was deleted.\n')
      return exitCodes.usage
    }
    const { tell, conclude } = teller(io)
    for (const leftover of old) {
      if (io.signal.aborted) break
      const removed = await removeLeftover(
        async (call) => (await driver.send(call)).outcome,
        leftover,
      )
      tell(leftover, removed)
    }
    return conclude(sanitize(endpoint, 200)) === 0 ? exitCodes.ok : exitCodes.untested
  } finally {
    await driver.close()
  }
}

/** Deletes what runs have left behind. Throws what `faultOf` explains. */
export const sweepCommand = async (request: SweepRequest, io: Io): Promise<ExitCode> => {
  const code = await (request.by === 'ledger' ? byLedger(request, io) : byName(request, io))
  return io.signal.aborted ? exitCodes.interrupted : code
}
