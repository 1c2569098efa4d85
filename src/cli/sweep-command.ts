import { rm } from 'node:fs/promises'
import { defaultEdition } from '../../spec/editions.ts'
import { awsHostOf } from '../aws/host.ts'
import { credentialsOf, defaultRegion } from '../run/driver-for.ts'
import { rateFor } from '../run/settings.ts'
import type { Call } from '../call.ts'
import { isLoopback } from '../drivers/credentials.ts'
import { httpDriver, type HttpDriver } from '../drivers/http.ts'
import { findAll, type Found } from '../ledger/find.ts'
import { readLedgers, type KeptLedger } from '../ledger/read-ledger.ts'
import { removeLeftover, type Removed } from '../ledger/remove.ts'
import { inWords, prefixOf, type Resource } from '../ledger/resource.ts'
import { sweepLedger } from '../ledger/sweep.ts'
import { isUnderWay } from '../ledger/under-way.ts'
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
  { signal }: Io,
): Promise<HttpDriver> => {
  const credentials = await credentialsOf({ endpoint }, signal)
  const rate = rateFor(endpoint, maxRps)
  return httpDriver({
    endpoint,
    region,
    edition: defaultEdition,
    credentials,
    hurry: signal,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(rate === undefined ? {} : { maxRps: rate }),
  })
}

/** Tells what came of each; of `all` what was not told of is left. */
const teller = ({ stdout }: Io, all: number) => {
  const gone: Resource[] = []
  return {
    tell: (resource: Resource, removed: Removed): void => {
      if (removed.is !== 'kept') {
        gone.push(resource)
        return
      }
      stdout.write(`  not deleted: ${inWords(resource)} (${sanitize(removed.why, 300)})\n`)
    },
    conclude: (where: string): number => {
      const left = all - gone.length
      const rest = left === 0 ? 'nothing is left' : `${left} left`
      stdout.write(`${where}: ${manyInWords(gone)} gone, ${rest}\n`)
      return left
    },
  }
}

/** Says before what is deleted on another machine, and as whom. */
const announce = ({ heading, left }: Kept, { stdout }: Io): void => {
  const { run, endpoint, region, account } = heading
  if (isLoopback(endpoint)) return
  const owner = account === undefined ? '' : `, account ${sanitize(account, 20)}`
  stdout.write(
    `run ${run}: deleting ${manyInWords(left)} on ${sanitize(endpoint, 200)}${owner}, region ${sanitize(region, 40)}\n`,
  )
}

const requireSameAccount = ({ heading: { account } }: Kept, found: string | undefined): void => {
  if (account === undefined || found === undefined || account === found) return
  throw new UsageError(
    `the run was in account ${sanitize(account, 20)}, and the credentials are of ${found}; give those of the run`,
  )
}

/** How many of its resources are left. */
const sweepOne = async (ledger: Kept, request: SweepRequest, io: Io): Promise<number> => {
  const { run, endpoint, region, startedAt } = ledger.heading
  const shown = sanitize(endpoint, 200)
  requireConsent(endpoint, request.allowRemote)
  if (!isLoopback(endpoint)) {
    const give = await credentialsOf({ endpoint }, io.signal)
    requireSameAccount(ledger, (await give()).accountId)
  }
  const driver = await driverTo(request, endpoint, region, io)
  const { tell, conclude } = teller(io, ledger.left.length)
  try {
    announce(ledger, io)
    const send = async (call: Call) => (await driver.send(call)).outcome
    for await (const { leftover, removed } of sweepLedger(ledger, send, io.signal)) {
      tell(leftover, removed)
    }
  } finally {
    await driver.close()
  }
  return conclude(`run ${run} of ${sanitize(startedAt, 40)} on ${shown}`)
}

/** One ledger that cannot be followed is no reason to leave the others. */
const sweepOrTell = async (ledger: Kept, request: SweepRequest, io: Io): Promise<number> => {
  try {
    return await sweepOne(ledger, request, io)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    io.stderr.write(`run ${ledger.heading.run} is left as it is: ${error.message}\n`)
    return ledger.left.length
  }
}

/** So long after it was made an empty ledger is no longer about to be written. */
const abandonedMs = 60_000

const byLedger = async (
  request: Extract<SweepRequest, { by: 'ledger' }>,
  io: Io,
): Promise<ExitCode> => {
  const { directory, run } = request
  const there = await readLedgers(directory)
  const chosen = there.filter(
    (ledger) => run === undefined || (ledger.kind === 'kept' && ledger.heading.run === run),
  )
  if (run !== undefined && chosen.length === 0) {
    throw new UsageError(`there is no ledger of run ${run} in "${sanitize(directory, 200)}"`)
  }
  let left = 0
  let seen = 0
  for (const ledger of chosen) {
    if (io.signal.aborted) break
    switch (ledger.kind) {
      case 'unreadable':
        io.stderr.write(
          `${sanitize(ledger.file, 200)} is no ledger: ${ledger.why}; nothing that it lists was touched\n`,
        )
        left += 1
        break
      case 'empty':
        if (Date.now() - ledger.writtenAt > abandonedMs) await rm(ledger.file, { force: true })
        break
      case 'kept':
        seen += 1
        if (run === undefined && isUnderWay(ledger)) {
          const { run: id, pid, host } = ledger.heading
          io.stdout.write(
            `run ${id} is under way (process ${pid} on ${sanitize(host, 80)}) and left alone; if it is over, add --run ${id}\n`,
          )
        } else left += await sweepOrTell(ledger, request, io)
        break
      default:
        ledger satisfies never
    }
  }
  if (seen === 0 && left === 0) {
    io.stdout.write(
      `Nothing to sweep in ${sanitize(directory, 200)}. The ledger of a run with --out DIR is found by sweep --out DIR\n`,
    )
  }
  return left === 0 ? exitCodes.ok : exitCodes.untested
}

const age = (ms: number): string => {
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 120) return counted(minutes, 'minute')
  return minutes < 2_880
    ? counted(Math.floor(minutes / 60), 'hour')
    : counted(Math.floor(minutes / 1_440), 'day')
}

/** What is old enough and of no run that is under way here. */
const sweepable = async (
  { olderThan, directory }: ByName,
  found: readonly Found[],
): Promise<readonly Found[]> => {
  const ledgers = await readLedgers(directory)
  const inUse = ledgers.flatMap((ledger) =>
    ledger.kind === 'kept' && isUnderWay(ledger) ? [prefixOf(ledger.heading.run)] : [],
  )
  return found.filter(
    ({ name, modifiedAt }) =>
      modifiedAt !== undefined &&
      Date.now() - modifiedAt >= olderThan &&
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
    io,
  )
  try {
    const search = await findAll(driver.pass)
    if (search.kind === 'failed') {
      throw new SubjectUnavailable(
        `Failed to look for what runs have left, because ${search.operation} failed (${search.why}); check --endpoint and --region`,
      )
    }
    const old = await sweepable(request, search.found)
    for (const { modifiedAt = 0, ...resource } of old) {
      io.stdout.write(`  ${inWords(resource)}   ${age(Date.now() - modifiedAt)} old\n`)
    }
    const younger = search.found.length - old.length
    const rest = younger === 0 ? '' : `; ${younger} younger, in use or of unknown age`
    io.stdout.write(`${manyInWords(old)} of runs on ${sanitize(endpoint, 200)}${rest}\n`)
    if (old.length === 0) return exitCodes.ok
    if (!(await confirmed(request, old, io))) {
      io.stdout.write('Nothing was deleted.\n')
      return exitCodes.usage
    }
    const { tell, conclude } = teller(io, old.length)
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
