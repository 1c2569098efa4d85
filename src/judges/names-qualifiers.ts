import { text } from '../model/json.ts'
import { breaks, holds, onCallsOf, silent, type Judge } from './judge.ts'
import { onRefusals } from './refusals.ts'
import { described } from './replies.ts'
import { onlyDefect } from './requests-defects.ts'
import { isRightRefusal, saysNothing } from './requests-refusals.ts'

const reads = ['GetFunctionConfiguration', 'GetFunction'] as const

/** A read with a Qualifier that cannot be one. */
const refusedQualifier = (kind: 'maxLength' | 'pattern', what: string): Judge =>
  onRefusals({
    operations: reads,
    members: ['Qualifier'],
    opine: (answered) => {
      const defect = onlyDefect(answered)
      if (defect?.path !== 'Qualifier' || defect.kind !== kind || saysNothing(answered))
        return silent
      if (answered.fn?.existence !== 'exists') return silent
      return isRightRefusal(answered)
        ? holds
        : breaks(`400 for a Qualifier ${what}`, described(answered))
    },
  })

export const namesQualifiersJudges = {
  'names/overlong-qualifier-is-refused': refusedQualifier('maxLength', 'of 129 characters'),
  'names/illegal-qualifier-is-refused': refusedQualifier('pattern', 'of other characters'),
  'names/name-of-65-is-not-found': onCallsOf(reads, (answered) => {
    const name = text(answered.call.input, 'FunctionName') ?? ''
    if (answered.fn !== undefined || !answered.step.before.alone || saysNothing(answered)) {
      return silent
    }
    if (!/^[A-Za-z0-9_-]{65,140}$/.test(name)) return silent
    return answered.reply.status === 404 ? holds : breaks('status 404', described(answered))
  }),
} as const satisfies Readonly<Record<string, Judge>>
