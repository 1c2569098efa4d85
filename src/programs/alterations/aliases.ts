import type { Alteration } from './alteration.ts'

export const aliasesAlterations = {} as const satisfies Readonly<Record<string, Alteration>>
