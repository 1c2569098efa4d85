import type { Judge } from './judge.ts'

export const requestsJudges = {} as const satisfies Readonly<Record<string, Judge>>
