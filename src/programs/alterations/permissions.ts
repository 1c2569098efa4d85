import type { Alteration } from './alteration.ts'

export const permissionsAlterations = {} as const satisfies Readonly<Record<string, Alteration>>
