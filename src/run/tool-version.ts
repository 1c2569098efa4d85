import { createRequire } from 'node:module'

const manifest = createRequire(import.meta.url)('lambda-conformance/package.json') as {
  readonly version: string
}

export const toolVersion = manifest.version
