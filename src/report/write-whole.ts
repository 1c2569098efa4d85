import { rename, rm, writeFile } from 'node:fs/promises'

/** All of the files or none: half of one would be read as a whole one. One text is
 * held at a time. */
export const writeWhole = async (contents: ReadonlyMap<string, () => string>): Promise<void> => {
  const files = Array.from(contents, ([path, text]) => ({
    path,
    half: `${path}.${process.pid}.part`,
    text,
  }))
  try {
    for (const { half, text } of files) await writeFile(half, text())
    for (const { path, half } of files) await rename(half, path)
  } catch (error) {
    await Promise.all(files.map(({ half }) => rm(half, { force: true }).catch(() => undefined)))
    throw error
  }
}
