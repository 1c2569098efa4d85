import type { Report } from './report.ts'

const withoutScheme = (endpoint: string): string => endpoint.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')

/**
 * The subject as one segment of a class name, the same in every run of it: `127_0_0_1_9001`, `aws-sdk_client-lambda`.
 * Readers take dots for packages: of `http://127.0.0.1:9001.aliases` Jenkins makes the class `aliases` in a package of
 * that address, others a tree of five. The embedded endpoint has another port each time, and so no address here.
 */
export const junitSubject = ({
  name,
  endpoint,
  embedded,
}: Pick<Report['subject'], 'name' | 'endpoint' | 'embedded'>): string => {
  const said = name ?? (embedded ? 'reference' : withoutScheme(endpoint))
  const segment = said
    .replaceAll(/[^\p{L}\p{N}-]+/gu, '_')
    .slice(0, 80)
    .replaceAll(/^_+|_+$/g, '')
  return segment === '' ? 'subject' : segment
}
