/** The three operations the contract is about. */
export const subjectOperations = [
  'PublishVersion',
  'UpdateFunctionCode',
  'PublishLayerVersion',
] as const

/** The operations needed to reach a state and to observe it. */
export const supportingOperations = [
  'CreateFunction',
  'GetFunction',
  'GetFunctionConfiguration',
  'UpdateFunctionConfiguration',
  'ListVersionsByFunction',
  'CreateAlias',
  'GetAlias',
  'UpdateAlias',
  'DeleteAlias',
  'AddPermission',
  'RemovePermission',
  'GetPolicy',
  'DeleteFunction',
  'GetLayerVersion',
  'ListLayerVersions',
  'DeleteLayerVersion',
] as const

export const operationNames = [...subjectOperations, ...supportingOperations] as const
export type OperationName = (typeof operationNames)[number]
