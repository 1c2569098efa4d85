import type { Judge } from './judge.ts'

export const namesJudges = {} as const satisfies Readonly<Record<string, Judge>>
