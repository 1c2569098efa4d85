import type { OperationName } from '../../spec/operations.ts'
import { sameJson, member, text } from '../model/json.ts'
import { contentOf, contradictions } from '../model/content.ts'
import { errorName } from '../model/reply.ts'
import {
  breaks,
  holds,
  onCallsOf,
  onEach,
  say,
  shows,
  silent,
  type Answered,
  type Judge,
  type Opinion,
} from './judge.ts'
import {
  byItsName,
  configurationIn,
  formIn,
  isOwn,
  ownArn,
  unqualified,
  type Form,
} from './names-forms.ts'
import { refusingName } from './names-refusals.ts'
import { onRefusals } from './refusals.ts'
import { acceptedBody, described, isAccepted } from './replies.ts'
import { defectsOf } from './requests-defects.ts'
import { hasPlainTarget, isRightRefusal, saysNothing } from './requests-refusals.ts'
import { isSound, isWellFormed } from './well-formed.ts'

const reads = ['GetFunctionConfiguration', 'GetFunction'] as const

/** Nothing about the call but the form of the name could be found wanting. */
const isPlainOtherwise = (answered: Answered): boolean => {
  const { RevisionId, CodeSha256 } = answered.call.input
  const call = byItsName(answered)
  const hasCode = call.operation !== 'UpdateFunctionCode' || call.input['ZipFile'] !== undefined
  return (
    !call.partial &&
    !saysNothing(answered) &&
    hasPlainTarget(answered) &&
    RevisionId === undefined &&
    CodeSha256 === undefined &&
    hasCode &&
    isWellFormed({ call, context: answered.context })
  )
}

/** The reply of the function that is meant, as its own ARN in the reply says. */
const expectSameFunction = (answered: Answered, how: string): Opinion => {
  const { reply } = answered
  // In progress, or stale for another reason: not for the name.
  if (reply.status === 409 || reply.status === 412) return silent
  if (!isAccepted(answered)) return breaks(`the same as by its name, ${how}`, described(answered))
  const own = ownArn(answered)
  const shown = unqualified(text(configurationIn(answered), 'FunctionArn'))
  if (own === undefined || shown === undefined) return silent
  return own === shown ? holds : breaks(`FunctionArn ${say(own)}`, `FunctionArn ${say(shown)}`)
}

const byForm = (
  operations: OperationName | readonly OperationName[],
  kind: Form['kind'],
  how: string,
): Judge =>
  onCallsOf(operations, (answered) => {
    const form = formIn(answered)
    if (form?.kind !== kind || form.qualifier !== undefined || !isOwn(answered, form)) return silent
    if (answered.call.written !== undefined || answered.call.input['Qualifier'] !== undefined)
      return silent
    return isPlainOtherwise(answered) ? expectSameFunction(answered, how) : silent
  })

const byArn = (operations: OperationName | readonly OperationName[]): Judge =>
  byForm(operations, 'arn', 'named by its ARN')
const byPartialArn = (operations: OperationName | readonly OperationName[]): Judge =>
  byForm(operations, 'partial-arn', 'named by account and name')

/** The path written in another way that means the same. */
const inWriting = (
  pathEncoding: 'sparing' | 'lavish',
  kinds: readonly Form['kind'][],
  how: string,
): Judge =>
  onEach((answered) => {
    const form = formIn(answered)
    if (answered.call.written?.pathEncoding !== pathEncoding || form === undefined) return silent
    if (!kinds.includes(form.kind) || !isOwn(answered, form)) return silent
    if (form.qualifier !== undefined || !isPlainOtherwise(answered)) return silent
    return expectSameFunction(answered, how)
  })

const layerArnOf = ({ layer }: Answered): string | undefined =>
  [...(layer?.versions.values() ?? [])]
    .map(({ body }) => text(body, 'LayerArn'))
    .find((arn) => arn !== undefined)

/** A layer by the ARN that the subject gave it before. */
const byLayerArn = (
  operation: 'PublishLayerVersion' | 'GetLayerVersion',
  opine: (answered: Answered, arn: string) => Opinion,
): Judge =>
  onCallsOf(operation, (answered) => {
    const { call, context } = answered
    const arn = layerArnOf(answered)
    if (arn === undefined || text(call.input, 'LayerName') !== arn) return silent
    if (call.partial || saysNothing(answered) || answered.layer?.unclear) return silent
    if (defectsOf(call, context.edition).length > 0) return silent
    if (!isAccepted(answered)) return breaks('the same as by the name', described(answered))
    const shown = text(acceptedBody(answered), 'LayerArn')
    return shown === arn ? opine(answered, arn) : breaks(`LayerArn ${say(arn)}`, say(shown))
  })

/** A name with this qualifier behind it, where nothing else is found wanting. */
const qualifiedBy = (answered: Answered, isCase: (qualifier: string) => boolean): boolean => {
  const form = formIn(answered)
  return (
    form?.qualifier !== undefined &&
    isCase(form.qualifier) &&
    isOwn(answered, form) &&
    isPlainOtherwise(answered)
  )
}

const isLatest = (qualifier: string): boolean => qualifier === '$LATEST'
const isVersionOf =
  ({ fn }: Answered) =>
  (qualifier: string): boolean =>
    fn?.versions.has(Number(qualifier)) === true

const shownFor = (
  operation: OperationName,
  isCase: (answered: Answered) => (qualifier: string) => boolean,
): Judge =>
  onCallsOf(operation, (answered) => {
    if (!qualifiedBy(answered, isCase(answered)) || answered.reply.status === 409) return silent
    return shows(isAccepted(answered) ? 'accepted' : `refused with ${answered.reply.status}`)
  })

/** The version that is meant, with the content it was published with. */
const expectVersion = (answered: Answered, number: number): Opinion => {
  const known = answered.fn?.versions.get(number)
  const shown = configurationIn(answered)
  if (known === undefined || known.madeBy === 'unseen') return silent
  if (shown === undefined) return breaks(`version "${number}"`, described(answered))
  const version = text(shown, 'Version')
  if (version !== String(number)) return breaks(`Version "${number}"`, `Version ${say(version)}`)
  const [wrong] = contradictions(contentOf(known.configuration), contentOf(shown))
  return wrong === undefined
    ? holds
    : breaks(
        `${wrong} ${say(known.configuration[wrong])}, as published`,
        `${wrong} ${say(shown[wrong])}`,
      )
}

const differ = (answered: Answered): readonly [string, string] | undefined => {
  const behind = formIn(answered)?.qualifier
  const beside = text(answered.call.input, 'Qualifier')
  return behind === undefined || beside === undefined ? undefined : [behind, beside]
}

const bareNameOf = (length: number, { call }: Answered): boolean => {
  const name = text(call.input, 'FunctionName') ?? ''
  return name.length === length && /^[A-Za-z0-9_-]+$/.test(name) && !call.partial
}

export const namesJudges = {
  'names/publish-by-arn': byArn('PublishVersion'),
  'names/publish-by-partial-arn': byPartialArn('PublishVersion'),
  'names/update-code-by-arn': byArn('UpdateFunctionCode'),
  'names/update-code-by-partial-arn': byPartialArn('UpdateFunctionCode'),
  'names/read-by-arn': byArn(reads),
  'names/read-by-partial-arn': byPartialArn(reads),
  'names/update-configuration-by-arn': byArn('UpdateFunctionConfiguration'),
  'names/update-configuration-by-partial-arn': byPartialArn('UpdateFunctionConfiguration'),
  'names/read-by-function-and-name': byForm(reads, 'function-and-name', 'behind "function:"'),
  'names/layer-publish-by-arn': byLayerArn('PublishLayerVersion', () => holds),
  'names/layer-read-by-arn': byLayerArn('GetLayerVersion', (answered) => {
    const body = acceptedBody(answered)
    const known = answered.layer?.versions.get(Number(answered.call.input['VersionNumber']))
    if (known === undefined) return silent
    const before = member(known.body, 'Content')
    const now = member(body, 'Content')
    return sameJson(member(before, 'CodeSha256'), member(now, 'CodeSha256'))
      ? holds
      : breaks(
          `CodeSha256 ${say(member(before, 'CodeSha256'))}`,
          `CodeSha256 ${say(member(now, 'CodeSha256'))}`,
        )
  }),
  'names/colons-need-no-encoding': inWriting('sparing', ['arn'], 'with its colons as they are'),
  'names/encoded-letters-are-letters': inWriting('lavish', ['bare'], 'with its letters encoded'),
  'names/publish-with-illegal-name-is-refused': refusingName(['PublishVersion'], {
    kind: 'pattern',
    path: 'FunctionName',
  }),
  'names/update-code-with-illegal-name-is-refused': refusingName(['UpdateFunctionCode'], {
    kind: 'pattern',
    path: 'FunctionName',
  }),
  'names/update-configuration-with-illegal-name-is-refused': refusingName(
    ['UpdateFunctionConfiguration'],
    { kind: 'pattern', path: 'FunctionName' },
  ),
  'names/read-with-illegal-name-is-refused': refusingName(reads, {
    kind: 'pattern',
    path: 'FunctionName',
  }),
  'names/overlong-name-is-refused': refusingName(['PublishVersion', 'UpdateFunctionCode'], {
    kind: 'maxLength',
    path: 'FunctionName',
  }),
  'names/name-of-64-is-accepted': onCallsOf('CreateFunction', (answered) => {
    if (!bareNameOf(64, answered) || saysNothing(answered)) return silent
    if (isAccepted(answered)) return holds
    return answered.reply.status === 400 ? breaks('a function', described(answered)) : silent
  }),
  'names/name-of-65-is-refused': onRefusals({
    operations: 'CreateFunction',
    members: ['FunctionName'],
    opine: (answered) => {
      if (!bareNameOf(65, answered) || saysNothing(answered)) return silent
      return isRightRefusal(answered)
        ? holds
        : breaks('400, the name being too long', described(answered))
    },
  }),
  'names/arn-of-another-region-is-not-found': onCallsOf(reads, (answered) => {
    const form = formIn(answered)
    const region = ownArn(answered)?.split(':')[3]
    if (form?.region === undefined || region === undefined || form.region === region) return silent
    if (saysNothing(answered) || answered.fn?.unclear) return silent
    const name = errorName(answered.reply)
    return answered.reply.status === 404 &&
      (name === undefined || name === 'ResourceNotFoundException')
      ? holds
      : breaks('404 ResourceNotFoundException', described(answered))
  }),
  'names/arn-of-another-account': onCallsOf(reads, (answered) => {
    const form = formIn(answered)
    const [, , , region, account] = ownArn(answered)?.split(':') ?? []
    const isOther = form?.account !== undefined && form.account !== account
    if (account === undefined || !isOther || (form.region ?? region) !== region) return silent
    const { status } = answered.reply
    if (saysNothing(answered) && status !== 403) return silent
    return shows(isAccepted(answered) ? 'taken for its own' : `refused with ${status}`)
  }),
  'names/publish-of-latest-by-name': shownFor('PublishVersion', () => isLatest),
  'names/publish-of-a-version-by-name': shownFor('PublishVersion', isVersionOf),
  'names/update-of-latest-by-name': shownFor('UpdateFunctionCode', () => isLatest),
  'names/update-of-a-version-is-refused': onRefusals({
    operations: 'UpdateFunctionCode',
    members: ['FunctionName'],
    opine: (answered) => {
      if (!qualifiedBy(answered, isVersionOf(answered))) return silent
      return isRightRefusal(answered)
        ? holds
        : breaks('400, a version being what it is', described(answered))
    },
  }),
  'names/qualifiers-that-differ-are-refused': onCallsOf(reads, (answered) => {
    const given = differ(answered)
    if (given === undefined || given[0] === given[1]) return silent
    if (!qualifiedBy(answered, () => true)) return silent
    return isRightRefusal(answered)
      ? holds
      : breaks('400, the qualifiers being two', described(answered))
  }),
  'names/qualifiers-that-agree-are-accepted': onCallsOf(reads, (answered) => {
    const given = differ(answered)
    if (given === undefined || given[0] !== given[1]) return silent
    return qualifiedBy(answered, isVersionOf(answered))
      ? expectVersion(answered, Number(given[0]))
      : silent
  }),
  'names/read-of-a-version-by-arn': onCallsOf(reads, (answered) => {
    const form = formIn(answered)
    if (form?.kind !== 'arn' || answered.call.input['Qualifier'] !== undefined) return silent
    return qualifiedBy(answered, isVersionOf(answered))
      ? expectVersion(answered, Number(form.qualifier))
      : silent
  }),
  'names/replies-have-the-bare-name': onEach((answered) => {
    const shown = text(configurationIn(answered), 'FunctionName')
    const form = formIn(answered)
    if (shown === undefined || form === undefined || !isSound(answered)) return silent
    return shown === form.name
      ? holds
      : breaks(`FunctionName ${say(form.name)}`, `FunctionName ${say(shown)}`)
  }),
  'names/lower-case-latest-is-not-latest': onCallsOf(reads, (answered) => {
    const form = formIn(answered)
    if (form?.qualifier !== '$latest' || !isOwn(answered, form)) return silent
    if (saysNothing(answered) || answered.fn?.unclear) return silent
    return isAccepted(answered)
      ? breaks('404, or 400', described(answered))
      : [400, 404].includes(answered.reply.status)
        ? holds
        : silent
  }),
  'names/illegal-layer-name-is-refused': refusingName(['PublishLayerVersion'], {
    kind: 'pattern',
    path: 'LayerName',
  }),
  'names/overlong-layer-name-is-refused': refusingName(['PublishLayerVersion'], {
    kind: 'maxLength',
    path: 'LayerName',
  }),
} as const satisfies Readonly<Record<string, Judge>>
