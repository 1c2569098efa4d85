import type { Judge } from './judge.ts'

export const aliasesJudges = {} as const satisfies Readonly<Record<string, Judge>>
