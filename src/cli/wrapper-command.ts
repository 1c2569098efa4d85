import { shellQuote } from '../report/shell-quote.ts'
import { adapterMaker } from '../wrapper/adapter-client.ts'
import { redact } from '../drivers/redact.ts'
import { learnSecrets, secretsIn } from '../drivers/secrets.ts'
import type { ClientMaker } from '../wrapper/client.ts'
import { commandMaker } from '../wrapper/command-client.ts'
import { UnusableWrapper } from '../wrapper/unusable-wrapper.ts'
import { UsageError } from '../run/errors.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { runCommand, type Engine } from './run-command.ts'
import type { WrapperRequest } from './wrapper-options.ts'

const makerOf = async ({ by }: WrapperRequest): Promise<ClientMaker> => {
  if (by.kind === 'command') return commandMaker(by)
  try {
    return await adapterMaker(by.path)
  } catch (error) {
    if (error instanceof UnusableWrapper) throw new UsageError(error.message)
    throw error
  }
}

const typedAs = ({ by }: WrapperRequest): string =>
  by.kind === 'adapter'
    ? shellQuote(by.path)
    : `--command ${shellQuote(by.command)}${by.persistent ? ' --persistent' : ''}`

/** Judges a wrapper, in front of the embedded reference endpoint or of another one. Throws what `faultOf` explains. */
export const wrapperCommand = async (
  request: WrapperRequest,
  io: Io,
  engine: Engine,
): Promise<ExitCode> => {
  // A command may be typed with a secret in it.
  learnSecrets(secretsIn(io.env))
  const maker = await makerOf(request)
  const client = { ...maker, name: redact(maker.name) }
  return runCommand(request.run, io, engine, { client, typed: typedAs(request) })
}
