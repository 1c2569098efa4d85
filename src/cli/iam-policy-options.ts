import { ownerOf, partitionOf } from '../aws/host.ts'
import type { PolicyScope } from '../aws/iam-policy.ts'
import { UsageError } from '../run/errors.ts'
import { onOff, readOptions, value, type Config } from './option-table.ts'
import { runOptionTable } from './run-options.ts'
import { matching } from './values.ts'

export const iamPolicyOptionTable = {
  region: { ...runOptionTable.region, help: 'region of the run (default: all regions)' },
  account: value(
    '--account <id>',
    'account of the run (default: that of the role, or any)',
    matching(/^\d{12}$/, 'an account id', '123456789012'),
  ),
  role: {
    ...runOptionTable.role,
    help: 'execution role of the functions made (default: one called lambda-conformance)',
  },
  without: {
    ...runOptionTable.without,
    help: 'operations that the run is told to leave out',
  },
  sweep: onOff('--sweep', 'also what sweep --all-runs needs: to list all functions and layers'),
  config: runOptionTable.config,
} as const

/** Throws `UsageError`. */
export const readIamPolicyRequest = (
  typed: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
  config?: Config,
): PolicyScope => {
  const { config: _, ...scope } = readOptions(iamPolicyOptionTable, typed, env, config)
  const owner = scope.role === undefined ? undefined : ownerOf(scope.role)
  if (owner === undefined) return scope
  if (scope.account !== undefined && scope.account !== owner.account) {
    throw new UsageError(
      `--account is ${scope.account}, and the role is of ${owner.account}: Lambda takes roles of its own account only`,
    )
  }
  if (scope.region !== undefined && partitionOf(scope.region) !== owner.partition) {
    throw new UsageError(
      `--region is ${scope.region}, and the role is of another part of AWS (${owner.partition}); give a role of the same`,
    )
  }
  return scope
}

export const iamPolicyHelp = `
Examples:
  lambda-conformance iam-policy --region eu-west-1 --role arn:aws:iam::123456789012:role/lambda
  lambda-conformance iam-policy --region eu-west-1 --account 123456789012 --sweep > policy.json

The policy for whoever runs this tool on AWS, as JSON for IAM: the operations that a run calls, on functions and
layers named lambda-conformance-*, and the right to pass the one role on to Lambda. It sends nothing.`
