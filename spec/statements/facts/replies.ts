import {
  beyondPublishing,
  needsImage,
  needsOthers,
  needsSigning,
  noEvidence,
  notPromised,
  otherOperation,
  ownTime,
} from '../reasons.ts'
import { excluded, statementsOf } from '../statement.ts'

/** What replies look like, and with which status they come. */
export const replyFacts = statementsOf('facts', {
  F044: {
    'a creation without Publish shows $LATEST': ['versions/latest-is-called-latest'],
    'its FunctionArn has no qualifier': ['supporting/create-arn-is-unqualified'],
    'it shows the function as Pending, and why': ownTime,
  },
  F045: {
    'a creation with Publish shows Version "1" under an ARN without a qualifier': [
      'supporting/create-arn-is-unqualified',
    ],
  },
  F046: {
    'a publish shows the number of the version': ['publish-version/returns-a-numbered-version'],
    'its FunctionArn ends with the number': ['publish-version/arn-is-qualified'],
    'it shows the version as Active, its last update as Successful': [
      'publish-version/version-is-ready',
    ],
    'it gives no reasons for that': notPromised,
  },
  F047: {
    'a code update without Publish shows $LATEST': [
      'versions/latest-is-called-latest',
      'update-function-code/without-publish-makes-no-version',
    ],
    'its FunctionArn has no qualifier': ['update-function-code/arn-is-unqualified'],
    'it shows the update as in progress, and why': ownTime,
  },
  F048: {
    'a code update with Publish shows the number of the version': [
      'update-function-code/publish-returns-a-version',
    ],
    'its FunctionArn ends with the number': ['update-function-code/publish-arn-is-qualified'],
    '$LATEST has the new code as well': ['update-function-code/publish-updates-latest'],
    'it shows the version as Pending while $LATEST is being updated': ownTime,
  },
  F049: {
    'a read without a qualifier shows $LATEST under an ARN without one': [
      'versions/latest-is-called-latest',
    ],
    'a read of a number shows that version': ['versions/is-readable'],
    'a read of $LATEST or a number shows it under an ARN ending with that': [
      'versions/arn-carries-what-was-asked',
    ],
    'a read by an alias shows the number of the version under an ARN ending with the alias': [
      'aliases/reads-its-version',
      'aliases/reads-its-arn',
    ],
  },
  F050: {
    'GetFunction says where the package lies': beyondPublishing,
    'GetFunction shows tags and reserved concurrency where there are any': otherOperation,
    'GetFunction shows the image of a function made from one': needsImage,
  },
  F051: {
    'the list of versions begins with $LATEST, then come the numbers in ascending order': [
      'versions/latest-is-listed-first',
      'listing/ten-comes-after-nine',
      'listing/latest-is-on-the-first-page',
    ],
    'every FunctionArn in the list has a qualifier, that of $LATEST too': [
      'listing/arns-are-qualified',
    ],
    'the items of the list tell no state': ['listing/status-of-items'],
    'otherwise they show what a read shows': [
      'listing/items-are-as-read',
      'listing/latest-is-as-read',
    ],
  },
  F052: {
    'which members a configuration always has': notPromised,
    'what was not given at creation is shown by its default': ['supporting/create-defaults'],
    'a function made from an image has neither Handler nor Runtime': needsImage,
  },
  F053: {
    'Environment is there only if it was ever set': notPromised,
    'VpcConfig stays as empty lists once it was set': needsOthers,
  },
  F054: {
    'members that are not set are sent as null, and some that no model names are sent too':
      excluded('a reply may do so or not: null means absent, unknown members are passed over'),
  },
  F055: {
    'LastModified is a date and time with milliseconds and an offset': [
      'versions/last-modified-form',
    ],
    'neither settling nor publishing changes it; a version carries that of $LATEST': [
      'publish-version/keeps-last-modified',
    ],
  },
  F056: {
    'the layers of a function are shown by their ARNs': [
      'supporting/configuration-update-takes-effect',
    ],
    'beside them stands the size of each': notPromised,
    'profile and job of a signature are shown for signed code alone': needsSigning,
  },
  F057: { 'no recording shows ConfigSha256': noEvidence },
  F058: {
    'an alias shows its ARN, its name, its version and its RevisionId': [
      'aliases/arn-ends-in-its-name',
    ],
    'an alias that was given no Description shows an empty one': [
      'aliases/description-is-empty-where-none-is-given',
    ],
    'RoutingConfig is there only while weights are set': beyondPublishing,
  },
  F059: {
    'an update leaves the versions as they were published': [
      'versions/code-stays-after-code-update',
      'versions/configuration-stays-after-configuration-update',
      'versions/stays-after-later-publish',
    ],
  },
  F060: {
    'PublishVersion answers 201': ['publish-version/success-is-201'],
    'UpdateFunctionCode answers 200': ['update-function-code/success-is-200'],
    'PublishLayerVersion answers 201': ['publish-layer-version/success-is-201'],
    'creations answer 201, reads and updates 200, deletions 204 or, by a later model, 200 or 202': [
      'supporting/success-statuses',
    ],
    'operations of tags, concurrency and layer policies answer 200, 201 or 204': otherOperation,
  },
  F061: {
    'deleting an alias that does not exist answers 204': ['aliases/unknown-delete-succeeds'],
  },
  F062: {
    'deleting a version that does not exist answers 204 and changes nothing': [
      'deletion/absent-version-succeeds',
    ],
    'deleting a version of a function that does not exist answers 404 without naming the version': [
      'deletion/unknown-function-is-404',
    ],
  },
  F063: {
    'a dry run returns the hash of the code given, says an older guide': [
      'update-function-code/dry-run-hash',
    ],
  },
})
