import type { Contract } from '../contract.ts'

export const updateFunctionCode: Contract = {
  area: 'update-function-code',
  title: 'UpdateFunctionCode',
  clauses: {
    'its reply': [
      'update-function-code/success-is-200',
      'update-function-code/content-type',
      'update-function-code/success-body',
      'update-function-code/hash-is-of-the-package',
      'update-function-code/hash-is-base64',
      'update-function-code/size-is-of-the-package',
    ],
    'what it changes': [
      'update-function-code/takes-effect',
      'update-function-code/keeps-configuration',
      'update-function-code/without-publish-makes-no-version',
    ],
    'with Publish': [
      'update-function-code/publish-returns-a-version',
      'update-function-code/publish-arn-is-qualified',
      'update-function-code/publish-snapshots-the-new-code',
      'update-function-code/publish-updates-latest',
      'update-function-code/publish-same-bytes',
    ],
    'with DryRun': [
      'update-function-code/dry-run-is-200',
      'update-function-code/dry-run-with-current-revision-is-200',
      'update-function-code/dry-run-of-no-archive-is-refused',
      'update-function-code/dry-run-of-unknown-function-is-404',
      'update-function-code/dry-run-keeps-code',
      'update-function-code/dry-run-keeps-configuration',
      'update-function-code/dry-run-keeps-last-modified',
      'update-function-code/dry-run-keeps-revision',
      'update-function-code/dry-run-makes-no-version',
      'update-function-code/dry-run-hash',
      'update-function-code/dry-run-with-stale-revision',
    ],
    'its refusals': [
      'update-function-code/errors-are-documented',
      'update-function-code/unknown-function-is-404',
      'update-function-code/missing-code-is-refused',
      'update-function-code/update-in-progress-is-409',
    ],
  },
}
