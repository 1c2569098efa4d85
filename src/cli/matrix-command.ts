import { countsInWords } from '../report/matrix/counts.ts'
import { matrixMarkdown } from '../report/matrix/markdown.ts'
import { matrixOf } from '../report/matrix/matrix.ts'
import { noteInWords } from '../report/matrix/notes.ts'
import { matrixPage } from '../report/matrix/page.ts'
import type { Source } from '../report/matrix/subjects.ts'
import { writeMatrix } from '../report/matrix/write-matrix.ts'
import { readReportFile } from '../report/read-report.ts'
import { sanitize } from '../report/sanitize.ts'
import { UsageError } from '../run/errors.ts'
import { errorCode } from '../run/error-code.ts'
import { exitCodes, type ExitCode } from './exit-code.ts'
import { reportFileIn } from './files.ts'
import { forLog } from './github-step.ts'
import type { Io } from './io.ts'
import type { MatrixRequest } from './matrix-options.ts'

/** The report of a whole run: what a part did not judge would look like a difference. */
const readWhole = async (path: string): Promise<Source> => {
  const report = await readReportFile(await reportFileIn(path), 'matrix')
  const file = sanitize(path, 200)
  if (report.shard !== undefined) {
    const { index, of } = report.shard
    throw new UsageError(
      `matrix needs whole runs, and "${file}" is shard ${index} of ${of}; merge the shards first: lambda-conformance merge SHARD… --out DIR`,
    )
  }
  if (report.replay !== undefined) {
    throw new UsageError(
      `matrix needs whole runs, and "${file}" is of a failure run again; give the report of a run without --replay (of its shards, merge them first)`,
    )
  }
  return { file: path, report }
}

const readAll = async (paths: readonly string[]): Promise<readonly Source[]> => {
  const sources: Source[] = []
  // One after the other, so that the first that is wrong is the one told of.
  for (const path of paths) sources.push(await readWhole(path))
  return sources
}

/** One page and one Markdown text from several reports. Throws `UsageError`. */
export const matrixCommand = async ({ reports, out }: MatrixRequest, io: Io): Promise<ExitCode> => {
  const matrix = matrixOf(await readAll(reports))
  const markdown = matrixMarkdown(matrix)
  if (matrix.notes.length > 0) {
    const lines = matrix.notes.map((note) => `lambda-conformance: note: ${noteInWords(note)}\n`)
    io.stderr.write(forLog(lines.join(''), io.env))
  }
  if (out === undefined) {
    io.stdout.write(markdown)
    return exitCodes.ok
  }
  const shown = sanitize(out, 200)
  await writeMatrix(out, {
    'matrix.html': matrixPage(matrix),
    'matrix.md': markdown,
  }).catch((error: unknown) => {
    throw new UsageError(
      `--out cannot be written to: "${shown}" (${errorCode(error) ?? String(error)}); give a directory that can`,
    )
  })
  io.stdout.write(`${countsInWords(matrix)}\nmatrix.html and matrix.md are in ${shown}\n`)
  return exitCodes.ok
}
