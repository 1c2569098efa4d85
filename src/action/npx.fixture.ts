import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { project } from './composite.fixture.ts'

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** Writes an executable script, to be found first in PATH. */
export const writeCommand = async (bin: string, name: string, script: string): Promise<void> => {
  await mkdir(bin, { recursive: true })
  await writeFile(join(bin, name), `#!/usr/bin/env bash\n${script}\n`)
  await chmod(join(bin, name), 0o755)
}

const tool = [process.execPath, '--import', tsx, join(project, 'src/cli/main.ts')]
  .map(quoted)
  .join(' ')

/** An npx that knows one package, in one release, and runs the sources of this project for it. */
export const npxOfProject = (asked: string): string => `
asked=${quoted(asked)}
words=$(wc -w <<< "$asked")
if [ "\${*:1:words}" != "$asked" ]; then
  echo "npm error code E404: $*" >&2
  exit 1
fi
shift "$words"
exec ${tool} "$@"`

/** An emulator: the reference endpoint, with a mutant where one is named. Takes `--port N`. */
export const emulator = (mutant: string): string =>
  `exec ${tool} serve ${mutant === '' ? '' : `--mutant ${quoted(mutant)}`} "$@"`

/** An npx that writes down how it was started, one JSON text, and ends with a code. */
export const npxThatTells = (file: string, code: number): string => `
${quoted(process.execPath)} -e 'require("fs").writeFileSync(process.argv[1], JSON.stringify({ args: process.argv.slice(2), env: process.env }))' ${quoted(file)} "$@"
exit ${code}`

/** An npx that leaves the barest report of a green run where `run --out DIR` was told to. */
export const npxThatConforms = `
mkdir -p -- "$5"
echo '{ "gate": { "failOn": "must", "verdict": "conforms", "newFailures": [] } }' > "$5/report.json"`

/** A node that says it is of another release, also to the scripts that it runs. */
export const nodeOfRelease = async (directory: string, release: string): Promise<string> => {
  const before = join(directory, 'release.cjs')
  await writeFile(
    before,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${release}' } })`,
  )
  return `
if [ "$1" = --version ]; then echo ${quoted(`v${release}`)}; exit; fi
exec ${quoted(process.execPath)} --require ${quoted(before)} "$@"`
}
