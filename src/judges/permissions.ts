import type { Judge } from './judge.ts'

export const permissionsJudges = {} as const satisfies Readonly<Record<string, Judge>>
