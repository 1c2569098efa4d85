import { once } from 'node:events'
import { mutantFaults, startEmbedded, variantNames } from '../embedded.ts'
import { sanitize } from '../report/sanitize.ts'
import type { ServeRequest } from './command-line.ts'
import { exitCodes, type ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { didYouMean } from '../run/nearest.ts'
import { errorCode } from '../run/error-code.ts'
import { UsageError } from '../run/errors.ts'

const refusal = ({ port, host }: ServeRequest, error: unknown): unknown => {
  const where = sanitize(host, 80)
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new UsageError(
        `port ${port} of ${where} is in use; give another --port, or 0 for a free one`,
      )
    case 'EACCES':
      return new UsageError(`port ${port} of ${where} may not be used; give a --port above 1023`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UsageError(
        `--host is no address of this machine: "${where}"; give one like 127.0.0.1`,
      )
    case undefined:
    default:
      return error
  }
}

/** What a mutant does wrong; one that is not there is a mistake. */
const faultOfMutant = async (mutant: string): Promise<string> => {
  const faults = await mutantFaults()
  const fault = faults.get(mutant)
  if (fault !== undefined) return fault
  const names = [...faults.keys()]
  const [rule = ''] = mutant.split(':')
  const ofRule = names.filter((name) => name === rule || name.startsWith(`${rule}:`)).length
  const hint = ofRule > 0 ? ` ${rule} has ${ofRule}, counted from 1.` : didYouMean(mutant, names)
  throw new UsageError(
    `--mutant names no mutant: "${sanitize(mutant, 80)}".${hint} Each rule of level must or should has one; "lambda-conformance rules" lists them`,
  )
}

/** Serves the reference endpoint until it is interrupted. */
export const serveCommand = async (
  request: ServeRequest,
  { stdout, signal }: Io,
): Promise<ExitCode> => {
  const { variant, mutant } = request
  if (variant !== undefined && mutant !== undefined) {
    throw new UsageError(
      '--variant and --mutant exclude each other: a mutant is right but for one thing',
    )
  }
  const variants = await variantNames()
  if (variant !== undefined && !variants.includes(variant)) {
    throw new UsageError(
      `--variant names no variant: "${sanitize(variant, 80)}".${didYouMean(variant, variants)} There are: ${variants.join(', ')}`,
    )
  }
  const fault = mutant === undefined ? undefined : await faultOfMutant(mutant)
  const served = await startEmbedded(request).catch((error: unknown) => {
    throw refusal(request, error)
  })
  if (fault !== undefined) stdout.write(`a subject that ${fault}\n`)
  stdout.write(`lambda-conformance reference endpoint on ${served.url}\n`)
  if (!signal.aborted) await once(signal, 'abort')
  await served.close()
  return exitCodes.ok
}
