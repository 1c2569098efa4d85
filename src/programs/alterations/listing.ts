import type { Alteration } from './alteration.ts'

export const listingAlterations = {} as const satisfies Readonly<Record<string, Alteration>>
