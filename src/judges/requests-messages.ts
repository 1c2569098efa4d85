import { errorMessage, errorName } from '../model/reply.ts'
import { breaks, holds, onCallsOf, say, silent, type Answered, type Judge } from './judge.ts'
import { defectsOf, isConstraint, type Defect } from './requests-defects.ts'
import { saysNothing, theThree } from './requests-refusals.ts'

/** What the model has against a request, where nothing but its constraints has been broken. */
const brokenConstraints = ({ call, context }: Answered): readonly Defect[] => {
  if (call.partial) return []
  const defects = defectsOf(call, context.edition)
  // Whether a place in a bucket is looked at before the bucket has rules of its own.
  return defects.every((defect) => isConstraint(defect) && !defect.path.includes('S3'))
    ? defects
    : []
}

const isRefusedForThem = (answered: Answered): boolean =>
  !saysNothing(answered) &&
  answered.reply.status === 400 &&
  (errorName(answered.reply) ?? 'ValidationException') === 'ValidationException'

const oneOfMany =
  /^\d+ validation errors? detected: Value .* at '[A-Za-z0-9.]+' failed to satisfy constraint: (?:Member|Map value|Map keys) must .+/s

export const messagesOfRequestsJudges = {
  'requests/broken-constraint-is-a-validation-exception': onCallsOf(theThree, (answered) => {
    const { reply } = answered
    const name = errorName(reply)
    if (brokenConstraints(answered).length === 0 || saysNothing(answered)) return silent
    if (reply.status !== 400 || name === undefined) return silent
    return name === 'ValidationException' ? holds : breaks('ValidationException', name)
  }),
  'requests/validation-message-has-the-recorded-form': onCallsOf(theThree, (answered) => {
    const message = errorMessage(answered.reply)
    if (brokenConstraints(answered).length === 0 || !isRefusedForThem(answered)) return silent
    if (message === undefined) return silent
    return oneOfMany.test(message)
      ? holds
      : breaks(
          "\"1 validation error detected: Value '…' at '…' failed to satisfy constraint: Member must …\"",
          say(message),
        )
  }),
  'requests/violations-are-reported-together': onCallsOf('PublishLayerVersion', (answered) => {
    const defects = brokenConstraints(answered)
    const message = errorMessage(answered.reply)
    if (defects.length !== 2 || !isRefusedForThem(answered) || message === undefined) return silent
    const unnamed = defects.find(({ path }) => !message.toLowerCase().includes(path.toLowerCase()))
    return unnamed === undefined && message.startsWith('2 validation errors detected: ')
      ? holds
      : breaks(
          `"2 validation errors detected: …", with ${defects.map(({ path }) => path).join(' and ')}`,
          say(message),
        )
  }),
} as const satisfies Readonly<Record<string, Judge>>
