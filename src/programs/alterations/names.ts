import type { Alteration } from './alteration.ts'

export const namesAlterations = {} as const satisfies Readonly<Record<string, Alteration>>
