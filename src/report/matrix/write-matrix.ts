import { join } from 'node:path'
import { makeDirectory } from '../make-directory.ts'
import { writeWhole } from '../write-whole.ts'

/** Writes the two files into the directory, whole or not at all; whatever else lies there stays. */
export const writeMatrix = async (
  directory: string,
  contents: Readonly<Record<'matrix.html' | 'matrix.md', string>>,
): Promise<void> => {
  await makeDirectory(directory)
  await writeWhole(
    new Map(Object.entries(contents).map(([name, text]) => [join(directory, name), () => text])),
  )
}
