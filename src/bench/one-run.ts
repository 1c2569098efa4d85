import { startEmbedded } from '../embedded.ts'
import type { Profile } from '../report/report.ts'
import type { ProgramTrace } from '../drivers/driver.ts'
import { runConformance } from '../run/run.ts'

export type OneRun = {
  readonly ms: number
  readonly firstVerdictMs: number
  readonly requests: number
  readonly requestsPerSecond: number
}

/** One run on a reference endpoint in this process, with the trace of what it sent. */
export const oneRun = async (
  profile: Profile,
  seed: number,
): Promise<OneRun & { readonly trace: readonly ProgramTrace[] }> => {
  const startedAt = performance.now()
  const embedded = await startEmbedded()
  let firstVerdictMs = 0
  const trace: ProgramTrace[] = []
  try {
    for await (const event of runConformance({ endpoint: embedded.url }, { profile, seed })) {
      if (event.kind === 'traced') trace.push(event.trace)
      if (event.kind === 'judged' && firstVerdictMs === 0) {
        firstVerdictMs = performance.now() - startedAt
      }
      if (event.kind === 'finished') {
        const ms = performance.now() - startedAt
        const { requests } = event.report.run
        return {
          ms,
          firstVerdictMs,
          requests,
          requestsPerSecond: (requests / ms) * 1_000,
          trace,
        }
      }
    }
  } finally {
    await embedded.close()
  }
  throw new Error('Failed to measure, because the run ended without a report')
}
