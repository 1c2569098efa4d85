import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const directory = join('reports', 'soak')

/** Keeps what a soak has measured, as reports/soak/NAME.json, and prints it. */
export const noteFigures = (name: string, figures: Readonly<Record<string, unknown>>): void => {
  const text = `${JSON.stringify({ node: process.version, ...figures }, null, 2)}\n`
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, `${name}.json`), text)
  process.stdout.write(`${name} ${text}`)
}
