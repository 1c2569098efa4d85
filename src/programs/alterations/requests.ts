import { writing, type Alteration } from './alteration.ts'

/** What may be wrong with a body or a member of it. */
export const requestsAlterations = {
  'malformed-body': writing({ body: '{"Description": ' }),
} as const satisfies Readonly<Record<string, Alteration>>
