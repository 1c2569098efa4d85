/** What a step wrote to GITHUB_OUTPUT: `name=value`, or `name<<WORD`, lines, `WORD`. Throws, as the runner does, for anything else. */
export const readOutputs = (text: string): Readonly<Record<string, string>> => {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  if (lines.pop() !== '')
    throw new Error('Failed to read the outputs, because the last line has no end; end it')
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name, sign, rest] = /^([\w-]+)(=|<<)(.*)$/s.exec(line) ?? []
    if (name === undefined || rest === undefined) {
      throw new Error(`Failed to read the outputs, because of the line "${line}"; write name=value`)
    }
    if (sign === '=') {
      outputs[name] = rest
      continue
    }
    const end = lines.indexOf(rest)
    if (end < 0) throw new Error(`Failed to read the output ${name}, because it has no end; end it`)
    outputs[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n')
  }
  return outputs
}
