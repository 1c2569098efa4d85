import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDirectory } from '../make-directory.ts'

type MatrixFile = 'matrix.html' | 'matrix.md'

/** Writes these files into the directory, each whole or not at all; whatever else lies there stays. */
export const writeMatrix = async (
  directory: string,
  contents: Readonly<Record<MatrixFile, string>>,
): Promise<void> => {
  const files = Object.entries(contents).map(([name, content]) => {
    const path = join(directory, name)
    return { path, half: `${path}.${process.pid}.part`, content }
  })
  try {
    await makeDirectory(directory)
    for (const { half, content } of files) await writeFile(half, content)
    for (const { path, half } of files) await rename(half, path)
  } catch (error) {
    await Promise.all(files.map(({ half }) => rm(half, { force: true }).catch(() => undefined)))
    throw error
  }
}
