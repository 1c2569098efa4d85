import type { Alteration } from './alteration.ts'

export const deletionAlterations = {} as const satisfies Readonly<Record<string, Alteration>>
