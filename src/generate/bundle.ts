import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Document } from './document.ts'
import { location } from './locations.ts'

/** The many files of spec/openapi as one document. Redocly has no documented API for this, so its command line it is. */
export const bundle = (): Document => {
  const folder = mkdtempSync(join(tmpdir(), 'lambda-conformance-'))
  const output = join(folder, 'openapi.json')
  const command = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js')
  try {
    execFileSync(process.execPath, [command, 'bundle', 'default', '--output', output], {
      cwd: location('.'),
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const document: Document = JSON.parse(readFileSync(output, 'utf8'))
    return document
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
