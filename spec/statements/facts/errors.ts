import {
  beyondPublishing,
  fullAccount,
  needsBucket,
  needsImage,
  noPromise,
  ofClients,
  ofSigning,
  otherOperation,
  serviceFault,
} from '../reasons.ts'
import { excluded, statementsOf } from '../statement.ts'

/** Errors, their names and their texts. */
export const errorFacts = statementsOf('facts', {
  F078: {
    'an error has a body with Type and a message': ['errors/body', 'errors/have-a-message'],
    'the message stands in message for some errors and in Message for others': [
      'errors/message-member',
    ],
    'Type is User for an error of the caller': ['errors/type-member'],
    'the message is for the caller to read': ['client/error-keeps-message'],
  },
  F079: {
    'Type is missing from a few errors': ['errors/type-member'],
  },
  F080: {
    'errors of constraints and of authentication stand in no list of an operation': [
      'publish-version/errors-are-documented',
      'update-function-code/errors-are-documented',
      'publish-layer-version/errors-are-documented',
      'errors/supporting-are-documented',
    ],
    'their bodies have a message and no Type': noPromise,
    'a breach of a constraint is called ValidationException': [
      'requests/broken-constraint-is-a-validation-exception',
    ],
  },
  F081: {
    'the name of an error is in the header x-amzn-ErrorType': [
      'errors/are-named',
      'errors/name-is-in-the-header',
      'errors/header-is-the-bare-name',
      'errors/names-agree',
    ],
    'an error is sent as application/json': ['errors/content-type'],
    'a reply carries x-amzn-RequestId': ['errors/request-id'],
    'what stands behind a colon in the header does not belong to the name': ofClients,
  },
  F082: {
    'a breach of a length is answered 400': [
      'publish-version/description-of-257-is-refused',
      'publish-layer-version/description-of-257-is-refused',
      'publish-layer-version/license-info-of-513-is-refused',
      'requests/bucket-of-2-is-refused',
      'requests/bucket-of-64-is-refused',
      'requests/empty-key-is-refused',
      'requests/key-of-1025-is-refused',
      'requests/empty-object-version-is-refused',
      'requests/object-version-of-1025-is-refused',
      'requests/layer-bucket-of-2-is-refused',
      'requests/layer-empty-key-is-refused',
    ],
    'the message counts the breaches and names value, member and constraint of each': [
      'requests/validation-message-has-the-recorded-form',
      'requests/broken-constraint-is-a-validation-exception',
    ],
    'a breach of a pattern is answered 400': ['requests/bucket-with-a-dot-at-its-end-is-refused'],
  },
  F083: {
    'a function that does not exist is answered 404': [
      'publish-version/unknown-function-is-404',
      'update-function-code/unknown-function-is-404',
      'deletion/deleted-function-is-not-readable',
      'deletion/deleted-function-cannot-be-published',
      'deletion/deleted-function-cannot-be-updated',
    ],
    'the message names the full ARN, with the qualifier if one was given': [
      'messages/function-not-found',
      'messages/version-not-found',
    ],
    'an alias that does not exist is told with its ARN': [
      'messages/alias-not-found-on-read',
      'messages/alias-not-found-on-update',
    ],
    'an alias that does not exist is answered 404': [
      'aliases/unknown-read-is-404',
      'aliases/unknown-update-is-404',
      'aliases/deleted-is-gone',
    ],
  },
  F084: {
    'asking for a policy where there is none is answered 404': [
      'permissions/no-policy-is-404',
      'messages/no-policy',
    ],
    'the message names the statement that does not exist': ['messages/statement-not-found'],
    'removing a statement where there is no policy is told so': [
      'messages/no-policy-to-remove-from',
    ],
    'removing a statement that does not exist is answered 404': [
      'permissions/unknown-statement-removed-is-404',
    ],
  },
  F085: {
    'the message names the statement id given twice': ['messages/statement-exists'],
    'a policy for $LATEST is answered 400': [
      'permissions/qualifier-latest-is-400',
      'messages/no-policy-for-latest',
    ],
    'a statement id of other characters is answered 400': [
      'permissions/illegal-statement-id-is-400',
    ],
    'a principal that does not exist is answered 400': beyondPublishing,
    'a statement id given twice is answered 409': ['permissions/duplicate-statement-id-is-409'],
  },
  F086: {
    'a function may be named by its name, name:qualifier, the full ARN, account:function:name or function:name':
      [
        'names/publish-by-arn',
        'names/publish-by-partial-arn',
        'names/update-code-by-arn',
        'names/update-code-by-partial-arn',
        'names/read-by-arn',
        'names/read-by-partial-arn',
        'names/update-configuration-by-arn',
        'names/update-configuration-by-partial-arn',
        'names/read-by-function-and-name',
        'names/colons-need-no-encoding',
        'names/read-of-a-version-by-arn',
      ],
    'a name of other characters is answered 400 ValidationException': [
      'names/publish-with-illegal-name-is-refused',
      'names/update-code-with-illegal-name-is-refused',
      'names/update-configuration-with-illegal-name-is-refused',
      'names/read-with-illegal-name-is-refused',
    ],
    'an ARN that ends with "function" names a function of that name': excluded(
      'is an accident of the pattern on which no caller relies',
    ),
    'a reply gives the bare name, whatever form the request used': [
      'names/replies-have-the-bare-name',
    ],
  },
  F087: {
    'a qualifier in the name and another one beside it are answered 400': [
      'names/qualifiers-that-differ-are-refused',
    ],
    'two that are equal are accepted': ['names/qualifiers-that-agree-are-accepted'],
  },
  F088: {
    'the ARN of a function in another region is answered 404': [
      'names/arn-of-another-region-is-not-found',
    ],
    'the ARN of a function in another account is refused': ['names/arn-of-another-account'],
  },
  F089: {
    'a name of 65 characters is answered 400 by CreateFunction': ['names/name-of-65-is-refused'],
    'a name of 65 characters is answered 404 where it is read or deleted': [
      'names/name-of-65-is-not-found',
    ],
    'a name above the greatest length of the model is answered 400': [
      'names/overlong-name-is-refused',
    ],
  },
  F090: {
    '$latest is not $LATEST': ['names/lower-case-latest-is-not-latest'],
    'a Qualifier of more than 128 characters or of other characters is answered 400': [
      'names/overlong-qualifier-is-refused',
      'names/illegal-qualifier-is-refused',
    ],
    'a Qualifier that fits the pattern and names nothing is answered 404': [
      'aliases/unknown-qualifier-is-404',
    ],
  },
  F091: {
    'a code update of a qualified name is answered 400': ['names/update-of-a-version-is-refused'],
    '$LATEST behind the name is accepted, or not': ['names/update-of-latest-by-name'],
  },
  F092: {
    'a code update without any source is answered 400': [
      'update-function-code/missing-code-is-refused',
      'messages/no-source',
    ],
    'ImageUri for a function made from an archive is answered 400': [
      'requests/image-for-a-zip-function-is-refused',
    ],
    'an archive for a function made from an image is answered 400': needsImage,
    'a bucket or an object that does not exist is answered 400, told in the words of S3':
      needsBucket,
  },
  F093: {
    'deleting $LATEST is answered 400': [
      'deletion/latest-is-refused',
      'messages/latest-is-not-deleted',
    ],
    'deleting with the name of an alias is answered 400': [
      'deletion/alias-qualifier-is-refused',
      'messages/alias-is-not-deleted-so',
    ],
    'deleting a version that an alias points at is answered 409': [
      'deletion/version-behind-an-alias-is-refused',
      'deletion/version-behind-an-alias-stays',
      'messages/version-behind-an-alias',
    ],
  },
  F094: {
    'an alias that is there already is answered 409': [
      'aliases/duplicate-is-409',
      'messages/alias-exists',
    ],
    'a name of an alias that is all digits is answered 400': ['aliases/all-digits-name-is-400'],
    'an alias for a version that does not exist is answered 404': [
      'aliases/missing-version-on-create-is-404',
      'aliases/missing-version-on-update-is-404',
      'messages/alias-at-a-missing-version',
    ],
    'an alias may point at $LATEST': ['aliases/may-point-at-latest'],
    'weights that cannot be are answered 400': beyondPublishing,
  },
  F095: {
    'a function that is there already is answered 409': [
      'supporting/second-creation-is-refused',
      'supporting/refused-creation-changes-nothing',
      'messages/function-exists',
    ],
    'a runtime, role, environment or tags that cannot be are answered 400': beyondPublishing,
  },
  F096: {
    'too many requests are answered 429 TooManyRequestsException with the Reason': serviceFault,
    'a request without a valid signature is answered 403': ofSigning,
    'so is one signed with credentials that the service does not know: they are the secret of a caller':
      ['client/is-signed', 'client/shows-no-secret'],
  },
  F097: { 'an account that is full is answered 400': fullAccount },
  F098: { 'tags on a version or an alias are answered 400': otherOperation },
  F099: {
    'a body that is not JSON is answered 400 SerializationException': [
      'requests/malformed-json-is-refused',
      'requests/body-that-is-no-object-is-refused',
    ],
    'unknown members of a body are passed over': ['requests/unknown-member-is-ignored'],
  },
})
