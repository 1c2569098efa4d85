import type { Contract } from '../contract.ts'

export const client: Contract = {
  area: 'client',
  title: 'What only a client can get wrong',
  clauses: {
    'a call and its answer': [
      'client/answers',
      'client/ends',
      'client/leaves-nothing-running',
      'client/shows-no-secret',
    ],
    'its request': [
      'client/valid-call-is-sent',
      'client/request-is-of-the-api',
      'client/request-is-valid',
      'client/is-signed',
      'client/changes-nothing-else',
    ],
    'what the caller gives arrives at the service': [
      'client/keeps-name',
      'client/keeps-revision-id',
      'client/keeps-code-sha256',
      'client/keeps-description',
      'client/keeps-publish',
      'client/keeps-dry-run',
      'client/keeps-architectures',
      'client/keeps-zip-file',
      'client/keeps-other-members',
    ],
    'what the service answers arrives at the caller': [
      'client/output-keeps-members',
      'client/output-invents-nothing',
      'client/success-is-no-error',
      'client/error-is-no-success',
      'client/error-keeps-name',
      'client/error-keeps-status',
      'client/error-has-status',
      'client/error-keeps-message',
    ],
    'an answer that is final is not asked for again': [
      'client/success-is-not-repeated',
      'client/bad-request-is-not-retried',
      'client/missing-is-not-retried',
      'client/precondition-is-not-retried',
    ],
    'the service refuses for the time being, or fails': [
      'client/conflict-is-not-retried-blindly',
      'client/retries-are-bounded',
      'client/storms-nothing',
      'client/backs-off',
      'client/last-error-is-told',
    ],
    'the connection fails': [
      'client/lost-connection-is-told',
      'client/cut-reply-is-no-success',
      'client/slow-reply-is-waited-for',
    ],
    'a reply is lost': [
      'client/lost-reply-is-no-false-412',
      'client/lost-reply-makes-no-second-version',
      'client/lost-reply-makes-no-second-layer-version',
    ],
    'it waits until the function has settled': [
      'client/wait-ends-when-settled',
      'client/wait-goes-no-further',
      'client/failed-update-is-told',
      'client/no-early-success',
    ],
    'what is left to it': [
      'client/heeds-retry-after',
      'client/after-throttling',
      'client/after-a-service-fault',
      'client/after-a-lost-reply',
    ],
  },
}
