import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { condition, interpolate, type Context } from './expression.fixture.ts'
import { readOutputs } from './outputs.fixture.ts'

type Texts = Readonly<Record<string, string>>

export type Step = {
  readonly id?: string
  readonly name: string
  readonly if?: string
  readonly env?: Texts
  readonly shell?: string
  readonly run?: string
  readonly uses?: string
  readonly with?: Texts
}

export type Action = {
  readonly inputs: Readonly<
    Record<string, { description: string; required?: boolean; default?: string }>
  >
  readonly outputs: Readonly<Record<string, { description: string; value: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

export const actionText = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')
export const action = parse(actionText) as Action
export const project = fileURLToPath(new URL('../..', import.meta.url))

/** What an action came to, seen from the workflow that uses it. */
export type Done = {
  /** Of the last step that failed. */
  readonly code: number
  readonly outputs: Texts
  /** Files and directories of the artifact, by its name. */
  readonly uploads: Readonly<Record<string, readonly string[]>>
  readonly log: string
  readonly summary: string
}

/** Where a job runs: an empty directory for all of it, commands that come first in PATH, variables of the job. */
export type Job = { readonly root: string; readonly bin: string; readonly env?: Texts }

const inherited = (names: readonly string[]): NodeJS.ProcessEnv =>
  Object.fromEntries(names.map((name) => [name, process.env[name]]))

const runScript = async (script: string, cwd: string, env: NodeJS.ProcessEnv) => {
  // The words with which GitHub starts `shell: bash`.
  const args = ['--noprofile', '--norc', '-e', '-o', 'pipefail', script]
  const child = spawn('bash', args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  child.stdout.on('data', (chunk: Buffer) => (log += chunk))
  child.stderr.on('data', (chunk: Buffer) => (log += chunk))
  await once(child, 'close')
  return { code: child.exitCode ?? 1, log }
}

const exists = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined)) !== undefined

/** actions/upload-artifact, as far as it is used: paths seen from the workspace, at least one of them there. */
const upload = async (given: Texts, workspace: string): Promise<readonly string[] | undefined> => {
  const paths = (given['path'] ?? '').trim().split('\n')
  const there = await Promise.all(paths.map(async (path) => exists(join(workspace, path))))
  const found = paths.filter((_, index) => there[index])
  return found.length === 0 && given['if-no-files-found'] === 'error' ? undefined : found
}

export const workspaceOf = ({ root }: Job): string => join(root, 'work space')

/** Carries out action.yml as a runner does, with its scripts as they are written. */
export const useAction = async (given: Texts, job: Job): Promise<Done> => {
  const unknown = Object.keys(given).find((name) => !(name in action.inputs))
  if (unknown !== undefined) {
    throw new Error(
      `Failed to use the action, because it has no input "${unknown}"; see action.yml`,
    )
  }
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? ''])
  const inputs: Texts = { ...Object.fromEntries(defaults), ...given }
  const workspace = workspaceOf(job)
  const summary = join(job.root, 'summary.md')
  await mkdir(workspace, { recursive: true })
  await writeFile(summary, '')

  let steps: Context['steps'] = {}
  const uploads: Record<string, readonly string[]> = {}
  let [code, log] = [0, '']
  for (const [index, step] of action.runs.steps.entries()) {
    const context = { inputs, steps }
    if (!condition(step.if, context, code !== 0)) continue
    const resolved = (texts: Texts = {}): Texts =>
      Object.fromEntries(
        Object.entries(texts).map(([name, text]) => [name, interpolate(text, context)]),
      )
    if (step.uses !== undefined) {
      if (!/^actions\/upload-artifact@v\d+$/.test(step.uses)) {
        throw new Error(`Failed to use ${step.uses}, because nothing stands in for it; write it`)
      }
      const options = resolved(step.with)
      const found = await upload(options, workspace)
      if (found === undefined) code ||= 1
      else uploads[options['name'] ?? ''] = found
      continue
    }
    const [script, output] = [join(job.root, `${index}.sh`), join(job.root, `${index}.out`)]
    await writeFile(script, interpolate(step.run ?? '', context))
    await writeFile(output, '')
    const env = {
      ...inherited(['HOME', 'TMPDIR']),
      PATH: `${job.bin}${delimiter}${process.env['PATH'] ?? ''}`,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...job.env,
      ...resolved(step.env),
    }
    const done = await runScript(script, workspace, env)
    log += done.log
    if (done.code !== 0) code = done.code
    if (step.id !== undefined) {
      steps = { ...steps, [step.id]: readOutputs(await readFile(output, 'utf8')) }
    }
  }
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [
    name,
    interpolate(value, { inputs, steps }),
  ])
  return {
    code,
    outputs: Object.fromEntries(outputs),
    uploads,
    log,
    summary: await readFile(summary, 'utf8'),
  }
}
