import type { Judge } from './judge.ts'

export const messagesJudges = {} as const satisfies Readonly<Record<string, Judge>>
