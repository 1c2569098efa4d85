/** Where a stack or the epilogue of an interpreter begins, the line that says what happened is above it. */
const epilogue = /^(?:\s|\}|Node\.js v|\(Use `node )/

/** The last line that says something, of what a program wrote as it failed. */
export const lastLine = (text: string): string => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (lines.findLast((line) => !epilogue.test(line)) ?? lines.at(-1) ?? '').trim()
}

/** The statement, and the last line where there is one. */
export const withLastLine = (statement: string, text: string): string => {
  const line = lastLine(text)
  return line === '' ? statement : `${statement}: ${line}`
}
