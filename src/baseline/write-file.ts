import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { errorCode } from '../run/error-code.ts'
import { UsageError } from '../run/errors.ts'
import { sanitize } from '../report/sanitize.ts'

const unwritable = (path: string, error: unknown): UsageError =>
  new UsageError(
    `the baseline cannot be written: "${sanitize(path, 120)}" (${errorCode(error) ?? String(error)}); give a file that can`,
  )

/** Writes a file that is not there yet; `UsageError` where it is. */
export const createFile = async (path: string, text: string): Promise<void> => {
  await writeFile(path, text, { flag: 'wx' }).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw unwritable(path, error)
    throw new UsageError(
      `the baseline is there already: "${sanitize(path, 120)}"; lambda-conformance baseline update adds to it`,
    )
  })
}

/** All or nothing: a full disk must not take the reasons with it. A link stays one, and the mode what it was. */
export const replaceFile = async (path: string, text: string): Promise<void> => {
  let temporary: string | undefined
  try {
    const target = await realpath(path)
    const { mode } = await stat(target)
    const name = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
    await writeFile(name, text, { flag: 'wx' })
    temporary = name
    await chmod(name, mode & 0o7777)
    await rename(name, target)
  } catch (error) {
    if (temporary !== undefined) await rm(temporary, { force: true })
    throw unwritable(path, error)
  }
}
