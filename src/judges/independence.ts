import type { Judge } from './judge.ts'

export const independenceJudges = {} as const satisfies Readonly<Record<string, Judge>>
