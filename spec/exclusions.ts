import type { Citation } from './sources.ts'
import { fact, publishLayerVersion, publishVersion, updateFunctionCode } from './rules/cite.ts'

/** A documented statement that no rule judges, and why it cannot be judged from outside or not without other services. */
export type Exclusion = {
  readonly statement: string
  readonly cites: readonly [Citation, ...Citation[]]
  readonly reason: string
}

export const exclusions: readonly Exclusion[] = [
  {
    statement: 'CodeStorageExceededException answers an account that is full',
    cites: [publishVersion('Errors', 'CodeStorageExceededException')],
    reason: 'filling an account with packages costs money and endangers what else is in it',
  },
  {
    statement:
      'ServiceException answers an internal error, TooManyRequestsException too many requests',
    cites: [
      publishVersion('Errors', 'ServiceException'),
      publishVersion('Errors', 'TooManyRequestsException'),
    ],
    reason:
      'neither can be brought about on purpose without doing harm; where one comes its shape is judged',
  },
  {
    statement:
      'code signing: the errors CodeSigningConfigNotFound, CodeVerificationFailed, InvalidCodeSignature',
    cites: [updateFunctionCode('Introduction, paragraph 1'), updateFunctionCode('Errors')],
    reason: 'needs a signing profile of another service',
  },
  {
    statement: 'ImageUri: functions of package type Image',
    cites: [
      updateFunctionCode('Introduction, paragraph 2'),
      updateFunctionCode('Request Body', 'ImageUri'),
    ],
    reason: 'needs an image in a registry of another service',
  },
  {
    statement: 'S3Bucket, S3Key, S3ObjectVersion as the source of code or layer content',
    cites: [
      updateFunctionCode('Request Body', 'S3Bucket'),
      publishLayerVersion('Request Body', 'Content'),
    ],
    reason: 'needs an object in a bucket of another service',
  },
  {
    statement:
      'changes of VpcConfig, FileSystemConfigs, KMSKeyArn, DeadLetterConfig, Role, ImageConfig, SnapStart and Architectures count as changes',
    cites: [publishVersion('Introduction, paragraph 2'), fact('F027')],
    reason:
      'need resources of other services, cost money, or are refused for the runtime used; any other kind of change is judged',
  },
  {
    statement: 'clients can invoke a version',
    cites: [publishVersion('Introduction, paragraph 3')],
    reason: 'nothing is ever invoked: an invocation costs money and says nothing of publishing',
  },
  {
    statement: 'CompatibleRuntimes filters ListLayers and ListLayerVersions',
    cites: [publishLayerVersion('Request Body', 'CompatibleRuntimes')],
    reason: 'a statement about listing, not about publishing',
  },
]
