/** Lines of at most `width` characters, broken at spaces; a word longer than a line is cut. No line is empty. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let line: string[] = []
  for (const word of text.split(' ').map((part) => Array.from(part))) {
    if (line.length > 0 && line.length + 1 + word.length <= width) {
      line = [...line, ' ', ...word]
      continue
    }
    if (line.length > 0) lines.push(line.join(''))
    line = word
    while (line.length > width) {
      lines.push(line.slice(0, width).join(''))
      line = line.slice(width)
    }
  }
  return line.length > 0 || lines.length === 0 ? [...lines, line.join('')] : lines
}

/** `label     text`, wrapped; what follows stands under the text. */
export const labelled = (
  label: string,
  text: string,
  width: number,
  indent = '  ',
): readonly string[] => {
  const column = 10
  return wrap(text, width - indent.length - column).map((line, index) =>
    `${indent}${(index === 0 ? label : '').padEnd(column)}${line}`.trimEnd(),
  )
}
