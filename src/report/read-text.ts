import { readFile, stat } from 'node:fs/promises'

/** More than any file of ours has, and less than a text may have. */
const mostBytes = 400_000_000

const refusal = (code: string): Error => Object.assign(new Error(code), { code })

/** The text of a file, without the mark that some editors begin it with. Pipes and devices have no end, so only files are read. */
export const readText = async (path: string): Promise<string> => {
  const found = await stat(path)
  if (found.isDirectory()) throw refusal('EISDIR')
  if (!found.isFile()) throw refusal('not a file')
  if (found.size > mostBytes) throw refusal('EFBIG')
  return (await readFile(path, 'utf8')).replace(/^\ufeff/, '')
}
