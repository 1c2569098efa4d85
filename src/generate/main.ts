import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { location } from './locations.ts'
import { measured, outputs } from './outputs.ts'
import { staleFiles } from './staleness.ts'

const folder = location('generated')
const files = await outputs()

if (process.argv.includes('--check')) {
  const stale = staleFiles(folder, files, measured)
  for (const name of stale)
    console.error(`generated/${name} is not up to date; run npm run generate`)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}
