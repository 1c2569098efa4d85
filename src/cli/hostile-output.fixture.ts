/** The commands that the runner of a workflow would take from a log, in the way it reads one. */
const commandsIn = (log: string): readonly string[] => {
  const commands: string[] = []
  let stoppedUntil: string | undefined
  for (const raw of log.split(/[\r\n]/)) {
    const line = raw.trimStart()
    if (stoppedUntil !== undefined) {
      if (line.startsWith(`::${stoppedUntil}::`)) stoppedUntil = undefined
      continue
    }
    const stop = /^::stop-commands::(.+)$/.exec(line)
    if (stop !== null) stoppedUntil = stop[1]
    else if (/^::[a-z-]+[ :]/i.test(line) || line.includes('##[')) commands.push(line)
  }
  return commands
}

// Those of ours have a title, and name what they are about.
const isOurs = (command: string): boolean =>
  /^::(?:error|warning) (?:file=.*,)?title=/.test(command)

/** Whatever moves the cursor, hides text or turns it round. */
const unprintable = /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/u

/** What is wrong with a stream that somebody looks at: on a terminal, or in the log of a workflow. */
export const faultsOfOutput = (text: string, name: string): readonly string[] => {
  const at = text.search(unprintable)
  return [
    ...(at < 0
      ? []
      : [
          `${name} has a control character: ${JSON.stringify(text.slice(Math.max(0, at - 60), at + 20))}`,
        ]),
    ...(/^ {4}at /m.test(text) || /\b(?:src|dist)\/[\w/-]+\.[jt]s\b/.test(text)
      ? [`${name} has a stack trace`]
      : []),
    ...(text.includes('harness')
      ? [`${name} says that the harness failed: ${text.slice(0, 500)}`]
      : []),
    ...commandsIn(text)
      .filter((command) => !isOurs(command))
      .map((command) => `${name} has a command: ${command.slice(0, 100)}`),
  ]
}
