import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { htmlPage } from '../report/html/page.ts'
import { openTraceFile } from '../report/trace-file.ts'
import { startEmbedded } from '../embedded.ts'
import { runConformance } from '../run/run.ts'

export type ReportFigures = {
  /** The trace of a run written again and again, until it holds so many calls. */
  readonly trace: { readonly calls: number; readonly mb: number; readonly peakMemoryMb: number }
  readonly page: { readonly rules: number; readonly kb: number; readonly ms: number }
}

const calls = 100_000

/** What writing costs: the trace of a very long run, and the page of the whole catalogue. */
export const reportFigures = async (seed: number): Promise<ReportFigures> => {
  const directory = mkdtempSync(join(tmpdir(), 'lambda-conformance-'))
  const embedded = await startEmbedded()
  try {
    const file = openTraceFile(directory)
    let written = 0
    let page = { rules: 0, kb: 0, ms: 0 }
    while (written < calls) {
      const run = runConformance({ endpoint: embedded.url }, { profile: 'quick', seed })
      for await (const event of run) {
        if (event.kind === 'traced') {
          // Each several times: what counts is the writing.
          for (let again = 0; again < 20; again += 1) {
            await file.write(event.trace)
            written += event.trace.exchanges.length
          }
        }
        if (event.kind === 'finished') {
          const startedAt = performance.now()
          const kb = Buffer.byteLength(htmlPage(event.report)) / 1_024
          page = { rules: event.report.rules.length, kb, ms: performance.now() - startedAt }
        }
      }
    }
    await file.close()
    return {
      trace: {
        calls: written,
        mb: statSync(join(directory, 'trace.ndjson')).size / 1_048_576,
        peakMemoryMb: process.resourceUsage().maxRSS / 1_024,
      },
      page,
    }
  } finally {
    await embedded.close()
    rmSync(directory, { recursive: true, force: true })
  }
}
