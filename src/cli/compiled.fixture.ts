import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const project = fileURLToPath(new URL('../..', import.meta.url))
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const assets = join('src', 'report', 'html', 'assets')

/** The command line as it is packed; to start it takes half of what it takes from its source. */
export type Compiled = {
  /** What to hand to `node`. */
  readonly main: string
  readonly remove: () => Promise<void>
}

/** Compiles it, in a folder of its own, without a look at its types. For tests that start it by the hundred. */
export const compile = async (): Promise<Compiled> => {
  const folder = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
  const dist = join(folder, 'dist')
  await promisify(execFile)(
    process.execPath,
    [
      compiler,
      '-p',
      'tsconfig.build.json',
      '--noCheck',
      '--declaration',
      'false',
      '--outDir',
      dist,
    ],
    { cwd: project },
  )
  await cp(join(project, assets), join(dist, assets), { recursive: true })
  for (const name of ['node_modules', 'package.json', 'generated', 'spec']) {
    await symlink(join(project, name), join(folder, name))
  }
  return {
    main: join(dist, 'src', 'cli', 'main.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
