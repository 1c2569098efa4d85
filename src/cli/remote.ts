import { awsHostOf, ownerOf } from '../aws/host.ts'
import { isLoopback } from '../drivers/credentials.ts'
import type { CredentialProvider, Credentials } from '../drivers/driver.ts'
import { credentialsOf, defaultRegion } from '../run/driver-for.ts'
import { UsageError } from '../run/errors.ts'

/** An endpoint on another machine, and who goes there: known before anything is asked of it. */
export type Remote = {
  readonly host: string
  /** Whether it is Lambda at AWS, by its name. */
  readonly aws: boolean
  readonly region: string
  readonly role?: string
  /** Twelve digits, and how it is known. */
  readonly account?: { readonly id: string; readonly by: 'credentials' | 'role' }
  /** Not for a plan: to find them may take a call. */
  readonly credentials?: CredentialProvider
}

type Asked = {
  readonly endpoint: string
  /** As it was asked for. */
  readonly region: string | undefined
  /** Of a failure that is run again, where nothing else is asked for. */
  readonly regionFound: string | undefined
  readonly role: string | undefined
  /** Nothing is sent. */
  readonly plan: boolean
  /** Where they need not be looked for. */
  readonly credentials?: Credentials | CredentialProvider | undefined
  /** Gives up looking for them. */
  readonly signal?: AbortSignal | undefined
}

const regionFor = ({ endpoint, region, regionFound }: Asked): string => {
  const aws = awsHostOf(endpoint)
  if (aws === undefined) return region ?? regionFound ?? defaultRegion
  if (region === undefined || region === aws.region) return aws.region
  throw new UsageError(
    `--region is ${region}, and ${new URL(endpoint).host} is in ${aws.region}; leave --region out, it follows from the endpoint`,
  )
}

const requireRole = ({ endpoint, role, plan }: Asked): void => {
  const aws = awsHostOf(endpoint)
  if (aws === undefined) return
  if (role === undefined && !plan) {
    throw new UsageError(
      `${new URL(endpoint).host} needs --role: a function on AWS has an execution role, and a run never creates one; lambda-conformance iam-policy prints what else is needed`,
    )
  }
  const partition = role === undefined ? undefined : ownerOf(role)?.partition
  if (partition === undefined || partition === aws.partition) return
  throw new UsageError(
    `--role is of another part of AWS (${partition}) than ${new URL(endpoint).host} (${aws.partition}); give a role of the same account`,
  )
}

const accountFor = (
  { role }: Asked,
  credentials: Credentials | undefined,
): Remote['account'] | undefined => {
  const byRole = role === undefined ? undefined : ownerOf(role)?.account
  const byCredentials = credentials?.accountId
  if (byRole !== undefined && byCredentials !== undefined && byRole !== byCredentials) {
    throw new UsageError(
      `--role is of the account ${byRole}, and the credentials are of ${byCredentials}; Lambda takes roles of its own account only`,
    )
  }
  if (byCredentials !== undefined) return { id: byCredentials, by: 'credentials' }
  return byRole === undefined ? undefined : { id: byRole, by: 'role' }
}

/** Undefined for an endpoint on this machine. Sends nothing to the endpoint. Throws `UsageError`. */
export const remoteFor = async (asked: Asked): Promise<Remote | undefined> => {
  const { endpoint, role, plan, credentials: given, signal } = asked
  if (isLoopback(endpoint)) return undefined
  const region = regionFor(asked)
  requireRole(asked)
  const subject = { endpoint, ...(given === undefined ? {} : { credentials: given }) }
  const credentials = plan ? undefined : await credentialsOf(subject, signal)
  const account = accountFor(asked, await credentials?.())
  return {
    host: new URL(endpoint).host,
    aws: awsHostOf(endpoint) !== undefined,
    region,
    ...(role === undefined ? {} : { role }),
    ...(account === undefined ? {} : { account }),
    ...(credentials === undefined ? {} : { credentials }),
  }
}

const accountInWords = ({ account }: Remote): string => {
  if (account === undefined) return 'not known: neither the credentials nor the role say'
  switch (account.by) {
    case 'credentials':
      return `${account.id}, by the credentials`
    case 'role':
      return `${account.id}, by the role`
    default:
      return account.by satisfies never
  }
}

type Row = readonly [label: string, text: string]

/** Where the calls go, and as whom. */
export const whereRows = (remote: Remote): readonly Row[] => [
  ['host', remote.aws ? `${remote.host}, AWS Lambda` : remote.host],
  ['account', accountInWords(remote)],
  ['region', remote.region],
  ['role', remote.role ?? 'a made-up one, for no --role is given'],
]
