#!/usr/bin/env node
import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { rules } from '../../spec/rules/catalogue.ts'
import type { CommandLine } from './command-line.ts'
import { configFor } from './config-file.ts'
import { oneLine } from '../drivers/one-line.ts'
import { exitCodes, faultOf, type ExitCode } from './exit-code.ts'
import { faultForLog } from './github-step.ts'
import { widthOf, type Io } from './io.ts'
import { buildProgram, parseCommandLine } from './program.ts'
import { UsageError } from '../run/errors.ts'
import { toolVersion } from '../run/tool-version.ts'

// Left to itself V8 lets the heap grow to four times what lives in it before it looks for garbage. Replies of a megabyte each
// are garbage soon: with twice as much a run stays below half a gigabyte, whatever it is answered.
setFlagsFromString('--heap-growing-percent=100')

const interruption = new AbortController()

/** The answer of whoever sits at the terminal; empty where the question is left by Ctrl-C or Ctrl-D. */
const ask = async (question: string): Promise<string> => {
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const closed = once(terminal, 'close').then(() => '')
  try {
    return await Promise.race([
      terminal.question(question, { signal: interruption.signal }).catch(() => ''),
      closed,
    ])
  } finally {
    terminal.close()
  }
}

const io: Io = {
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interruption.signal,
  ...(process.stdin.isTTY && process.stdout.isTTY ? { ask } : {}),
}

const context = {
  env: process.env,
  catalogue: rules,
  version: toolVersion,
  columns: widthOf(process.stdout),
}

/** Until then a configuration file is being read, which is a program of somebody else's. */
let isPerforming = false

let hasReported = false

const configurationFault = (why: unknown): string =>
  `the configuration file cannot be used: ${why instanceof Error ? oneLine(why.message) : String(why)}`

const report = (thrown: unknown): ExitCode => {
  hasReported = true
  const { code, message } = faultOf(thrown, process.env)
  process.stderr.write(faultForLog(`lambda-conformance: ${message}\n`, process.env))
  return code
}

// Each command loads what it needs: to list the rules takes no HTTP client.
const perform = async (line: CommandLine): Promise<ExitCode> => {
  isPerforming = true
  switch (line.kind) {
    case 'run': {
      const [{ runCommand }, engine] = await Promise.all([
        import('./run-command.ts'),
        import('../index.ts'),
      ])
      return runCommand(line.request, io, engine)
    }
    case 'wrapper': {
      const [{ wrapperCommand }, engine] = await Promise.all([
        import('./wrapper-command.ts'),
        import('../index.ts'),
      ])
      return wrapperCommand(line.request, io, engine)
    }
    case 'check':
      return (await import('./check-command.ts')).checkCommand(line.request, io)
    case 'serve':
      return (await import('./serve-command.ts')).serveCommand(line.request, io)
    case 'baseline':
      return (await import('./baseline-command.ts')).baselineCommand(line.request, io)
    case 'merge':
      return (await import('./merge-command.ts')).mergeCommand(line.request, io)
    case 'iam-policy':
      return (await import('./iam-policy-command.ts')).iamPolicyCommand(line.request, io)
    case 'matrix':
      return (await import('./matrix-command.ts')).matrixCommand(line.request, io)
    case 'sweep':
      return (await import('./sweep-command.ts')).sweepCommand(line.request, io)
    case 'rules':
      return (await import('./rules-command.ts')).rulesCommand(line.request, io, rules)
    case 'explain':
      return (await import('./rules-command.ts')).explainCommand(line.id, line.json, io, rules)
    case 'complete': {
      const { complete } = await import('./completion.ts')
      const { variantNames } = await import('../embedded.ts')
      // Loaded only where they are asked for: each key press starts a process.
      const variants = line.words.includes('--variant') ? await variantNames() : []
      const program = buildProgram({ ...context, config: undefined }, () => {})
      complete(program, line.words, rules, variants)
      return exitCodes.ok
    }
    case 'help':
      io.stdout.write(line.text)
      return exitCodes.ok
    case 'usage-error':
      throw new UsageError(line.message)
    default:
      return line satisfies never
  }
}

// Ctrl-C under `npx` comes twice at once: from the terminal, and passed on by npm.
const sameKeystrokeMs = 500
let interruptedAt: number | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!isPerforming) process.exit(exitCodes.interrupted)
    if (interruptedAt === undefined) {
      interruptedAt = performance.now()
      interruption.abort()
    } else if (performance.now() - interruptedAt > sameKeystrokeMs) {
      process.exit(exitCodes.interrupted)
    }
  })
}

// A reader that has seen enough (`| head`) is no fault; the exit code still tells the verdict.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exit(report(error))
  })
}

// Node's own answer is exit 1, which would blame the subject. Unhandled rejections come here too.
process.on('uncaughtException', (error) =>
  process.exit(report(isPerforming ? error : new UsageError(configurationFault(error)))),
)

// Node ends with 13 and without a word where what it waits for can never come, and a file can end it by itself.
process.on('exit', (code) => {
  if (isPerforming || hasReported || code === exitCodes.interrupted) return
  process.exitCode = report(
    new UsageError(configurationFault('it ends the process, or waits for what never comes')),
  )
})

const parse = async (): Promise<CommandLine> => {
  const argv = process.argv.slice(2)
  return parseCommandLine(argv, {
    ...context,
    config: await configFor(argv, process.env, process.cwd()),
  })
}

/** A subject that did not answer while the run was being stopped was not found wanting. */
const reportUnlessInterrupted = (thrown: unknown): ExitCode => {
  const code = report(thrown)
  return interruption.signal.aborted && code === exitCodes.untested ? exitCodes.interrupted : code
}

process.exitCode = await Promise.resolve().then(parse).then(perform).catch(reportUnlessInterrupted)
// The process ends by itself, with its output flushed. What a fault of ours left open must not keep it for ever.
setTimeout(() => process.exit(), 2_000).unref()
