import type { Judge } from './judge.ts'

export const deletionJudges = {} as const satisfies Readonly<Record<string, Judge>>
