import { operations } from '../../generated/operations.ts'
import { defaultEdition } from '../../spec/editions.ts'
import { operationNames, type OperationName } from '../../spec/operations.ts'
import { ownerOf, partitionOf } from './host.ts'

type Statement = {
  readonly Sid: string
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: string
  readonly Condition?: { readonly StringEquals: Readonly<Record<string, string>> }
}

export type IamPolicy = { readonly Version: '2012-10-17'; readonly Statement: readonly Statement[] }

export type PolicyScope = {
  /** Without it any region. */
  readonly region?: string
  /** Twelve digits; without it that of the role, or any. */
  readonly account?: string
  /** ARN of the execution role; without it one called `lambda-conformance`. */
  readonly role?: string
  readonly without?: readonly OperationName[]
  /** Also what it takes to find what runs left behind by its name, without a ledger. */
  readonly sweep?: boolean
}

/** What the name of all begins with that a run makes. */
const names = 'lambda-conformance-*'

type ResourceType = 'function' | 'layer' | 'layer-version' | 'any'

/** Lists of layer versions know no resource (Service Authorization Reference, actions of AWS Lambda, ListLayerVersions). */
const withoutResource: readonly OperationName[] = ['ListLayerVersions']

/** What an action is granted on: by what stands in the path of its operation. */
const typeOf = (operation: OperationName): ResourceType => {
  if (withoutResource.includes(operation)) return 'any'
  const { members } = operations[defaultEdition][operation]
  if (members['LayerName'] === undefined) return 'function'
  return members['VersionNumber'] === undefined ? 'layer' : 'layer-version'
}

const allow = (Sid: string, Action: readonly string[], Resource: string): readonly Statement[] =>
  Action.length === 0 ? [] : [{ Sid, Effect: 'Allow', Action, Resource }]

/** What a run asks of an account, and no more. Pure. */
export const iamPolicy = ({
  region = '*',
  role,
  without = [],
  sweep = false,
  ...scope
}: PolicyScope): IamPolicy => {
  const owner = role === undefined ? undefined : ownerOf(role)
  const partition = owner?.partition ?? partitionOf(region)
  const account = scope.account ?? owner?.account ?? '*'
  const of = (type: ResourceType): readonly string[] =>
    operationNames
      .filter((operation) => !without.includes(operation) && typeOf(operation) === type)
      .map((operation) => `lambda:${operation}`)
  const own = (what: string): string => `arn:${partition}:lambda:${region}:${account}:${what}`
  return {
    Version: '2012-10-17',
    Statement: [
      ...allow('Functions', of('function'), own(`function:${names}`)),
      ...allow('Layers', of('layer'), own(`layer:${names}`)),
      ...allow('LayerVersions', of('layer-version'), own(`layer:${names}:*`)),
      ...allow('ActionsWithoutResources', of('any'), '*'),
      {
        Sid: 'RoleOfTheFunctions',
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Resource: role ?? `arn:${partition}:iam::${account}:role/lambda-conformance`,
        Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
      },
      // Code is asked for from a bucket that is not there: without this right the answer might be about the right.
      ...allow('BucketThatIsNotThere', ['s3:GetObject'], `arn:${partition}:s3:::${names}/*`),
      ...(sweep
        ? allow('OnlyToSweepAllRuns', ['lambda:ListFunctions', 'lambda:ListLayers'], '*')
        : []),
    ],
  }
}
