import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The names of files that are missing, different, or there without being generated. `kept` are made by other means. */
export const staleFiles = (
  folder: string,
  expected: ReadonlyMap<string, string>,
  kept: readonly string[] = [],
): readonly string[] => {
  const stale: string[] = []
  for (const [name, content] of expected) {
    const file = join(folder, name)
    if (!existsSync(file) || readFileSync(file, 'utf8') !== content) stale.push(name)
  }
  if (!existsSync(folder)) return stale
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const name = join(entry.parentPath, entry.name).slice(join(folder, '/').length)
    if (!expected.has(name) && !kept.includes(name)) stale.push(name)
  }
  return stale
}
