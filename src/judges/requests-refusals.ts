import { operations as facts } from '../../generated/operations.ts'
import type { OperationName } from '../../spec/operations.ts'
import { text } from '../model/json.ts'
import { errorName, flag } from '../model/reply.ts'
import { breaks, holds, silent, type Answered, type Judge, type Opinion } from './judge.ts'
import { onRefusals } from './refusals.ts'
import { described, isAccepted, isNoAnswer } from './replies.ts'
import { isAllowedLater, onlyDefect, type Defect } from './requests-defects.ts'

/** How the service calls it: which of the three, the documents leave open. */
const names: ReadonlySet<string> = new Set([
  'ValidationException',
  'InvalidParameterValueException',
  'SerializationException',
])

export const theThree = ['PublishVersion', 'UpdateFunctionCode', 'PublishLayerVersion'] as const

/** Nothing but the request can be found wanting: the function is there, and nothing is under way. */
export const hasPlainTarget = ({ call, fn }: Answered): boolean =>
  call.operation.includes('Layer') ||
  (fn !== undefined && !fn.unclear && fn.existence === 'exists' && fn.latest.settled)

export const saysNothing = ({ call, reply, context }: Answered): boolean =>
  isNoAnswer(reply) || context.unsupported.has(call.operation)

/** A name that is documented nowhere is the breach of another rule. */
export const isRightRefusal = ({ reply, call, context }: Answered): boolean => {
  const name = errorName(reply)
  const { errors } = facts[context.edition][call.operation]
  const isWrong = name !== undefined && !names.has(name) && Object.hasOwn(errors, name)
  return reply.status === 400 && !isWrong
}

/** A request that is wrong in itself: 400, by one of the names for that. */
const expectRefusal = (answered: Answered): Opinion => {
  if (saysNothing(answered)) return silent
  if (isRightRefusal(answered)) return holds
  return isAccepted(answered) || hasPlainTarget(answered)
    ? breaks(`400 with ${[...names].join(', ')} or no name`, described(answered))
    : silent
}

/** An image is what a function of the other package type is updated with. */
const isOfPackageTypeZip = ({ fn }: Answered): boolean => {
  const packageType = text(fn?.latest.configuration, 'PackageType')
  return packageType === 'Zip' || (packageType === undefined && fn?.fromBirth === true)
}

type Refused = Defect & {
  readonly operations: OperationName | readonly OperationName[]
  /** The members without which the call is good; where not given, the one that has the defect. */
  readonly members?: readonly string[]
}

/** Requests with this defect and no other are refused. */
export const refusing = ({ operations, kind, path, members }: Refused): Judge =>
  onRefusals({
    operations,
    members: members ?? (path === '' ? [] : [path.split('.')[0] ?? path]),
    opine: (answered) => {
      const defect = onlyDefect(answered)
      if (defect?.kind !== kind || defect.path !== path) return silent
      // Whether a dry run looks into the archive is what another rule looks at.
      if (kind === 'no-archive' && flag(answered.call, 'DryRun')) return silent
      if (kind === 'image' && !isOfPackageTypeZip(answered)) return silent
      if (isAccepted(answered) && isAllowedLater(answered, defect)) return silent
      return expectRefusal(answered)
    },
  })
