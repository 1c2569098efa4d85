import type { Judge } from './judge.ts'

export const listingJudges = {} as const satisfies Readonly<Record<string, Judge>>
