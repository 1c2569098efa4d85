import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

const isDirectory = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() === true

/**
 * Makes a directory and those above it. Not `mkdir` with `recursive`: below a file system that answers ENOENT to every new
 * name, as /proc does, Node.js 20 goes round for ever there.
 */
export const makeDirectory = async (path: string): Promise<void> => {
  if (await isDirectory(path)) return
  const parent = dirname(path)
  if (parent !== path) await makeDirectory(parent)
  await mkdir(path).catch(async (error: unknown) => {
    // Made by somebody else in the meantime.
    if (!(await isDirectory(path))) throw error
  })
}
