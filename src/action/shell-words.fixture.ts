type Words = readonly string[]

/** What a variable of a recipe stands for. */
const samples: Readonly<Record<string, string>> = { SHARD: '2', SEED: '7' }

const expand = (text: string): string =>
  text.replaceAll(/\$(\w+)/g, (_whole, name: string) => {
    const sample = samples[name]
    if (sample === undefined) {
      throw new Error(`Failed to read a command, because of $${name}; add it to the samples`)
    }
    return sample
  })

const token = /\s*(?:(\|\||&&|[;|&<>]|\d>)|((?:"[^"]*"|'[^']*'|\\.|[^\s"'\\;|&<>])+))/y

const unquote = (word: string): string =>
  word.replaceAll(
    /"([^"]*)"|'([^']*)'|\\(.)|\$(\w+)/g,
    (whole, double?: string, single?: string, escaped?: string) =>
      single ?? escaped ?? expand(double ?? whole),
  )

/** The simple commands of a script as lists of words; as much of a shell as the recipes use. */
const commandsIn = (script: string): readonly Words[] => {
  const lines = script
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
  return lines.flatMap((line) => {
    // Shell keywords and arithmetic are no commands of ours.
    if (!line.includes('lambda-conformance')) return []
    const commands: string[][] = [[]]
    for (const [, sign, word] of line.matchAll(new RegExp(token, 'gy'))) {
      if (sign !== undefined) commands.push([])
      else if (word !== undefined) commands.at(-1)?.push(unquote(word))
    }
    return commands
  })
}

/** How a page starts the tool: the words behind its name, and the release it asks for. */
export type Started = { readonly args: Words; readonly release: string | undefined }

export const startsIn = (script: string): readonly Started[] =>
  commandsIn(script).flatMap((words) => {
    const at = words.findIndex((word) => /^lambda-conformance(@|$)/.test(word))
    const name = words[at]
    const isFirst = words.slice(0, at).every((word) => word === 'npx' || word === '--yes')
    if (name === undefined || !isFirst) return []
    return [{ args: words.slice(at + 1), release: name.split('@')[1] }]
  })
