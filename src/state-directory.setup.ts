import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The ledgers of runs that tests make lie in a directory of their own, which goes when the tests are over. */
export const setup = async (): Promise<() => Promise<void>> => {
  const directory = await mkdtemp(join(tmpdir(), 'lambda-conformance-state-'))
  process.env['XDG_STATE_HOME'] = directory
  return () => rm(directory, { recursive: true, force: true })
}
