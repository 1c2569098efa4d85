import { otherOperation } from '../reasons.ts'
import { excluded, statementsOf } from '../statement.ts'

/** When a publish makes a version, and what CodeSha256 does to it. */
export const publishingFacts = statementsOf('facts', {
  F020: {
    'any update since the last publish lets the next one make a version': [
      'no-change/code-change-makes-version',
    ],
    'so does one that changed nothing, of code at least since 2024': [
      'no-change/same-bytes-again',
      'no-change/same-configuration-again',
    ],
    'an update sent again is one more update': [
      'client/lost-reply-makes-no-second-version',
      'client/after-a-lost-reply',
    ],
  },
  F021: {
    'an update with Publish and the same bytes makes a version': [
      'update-function-code/publish-same-bytes',
    ],
    'so does the same update with Publish sent again': [
      'client/lost-reply-makes-no-second-version',
    ],
    'a publish right after it returns that version': [
      'no-change/publish-after-update-with-publish',
    ],
  },
  F022: {
    'a publish with nothing changed answers 201': ['no-change/repeat-publish-is-201'],
    'it returns the latest version, whole and as it was': [
      'no-change/repeat-publish-returns-same-version',
      'no-change/repeat-publish-returns-the-version-as-it-is',
      'independence/no-change-is-per-function',
    ],
    'it adds nothing to the list of versions': ['no-change/repeat-publish-adds-no-version'],
    'CloudFormation makes an error of it': excluded('is what another service makes of the reply'),
  },
  F023: {
    'another Description in the request is no change': ['no-change/new-description-is-no-change'],
    'the existing version keeps the Description it has': [
      'no-change/new-description-keeps-the-old',
    ],
  },
  F024: {
    'a publish right after a creation with Publish returns version 1': [
      'no-change/publish-after-create-with-publish',
      'supporting/create-with-publish-makes-version',
    ],
    'the first publish after a creation without Publish makes version 1': [
      'no-change/first-publish-makes-version',
      'versions/numbers-start-at-1',
      'supporting/create-without-publish-makes-no-version',
    ],
  },
  F025: {
    'before 2020 the same bytes were no change': [
      'no-change/same-bytes-again',
      'update-function-code/publish-same-bytes',
    ],
  },
  F026: {
    'a change and the change back let the next publish make a version, or do not': [
      'no-change/change-and-back',
    ],
  },
  F027: {
    'a change of the configuration is one for a publish': [
      'no-change/configuration-change-makes-version',
      'no-change/description-change-makes-version',
      'no-change/environment-change-makes-version',
      'no-change/handler-change-makes-version',
      'no-change/memory-size-change-makes-version',
      'no-change/timeout-change-makes-version',
      'no-change/runtime-change-makes-version',
      'no-change/tracing-config-change-makes-version',
      'no-change/layers-change-makes-version',
      'no-change/ephemeral-storage-change-makes-version',
      'no-change/logging-config-change-makes-version',
    ],
    'so is one of network, file systems, key, dead letter queue, role, image settings, SnapStart and architecture':
      excluded('need resources of other services, cost money, or are refused for the runtime used'),
  },
  F028: {
    'an alias is no change': ['no-change/alias-is-no-change'],
    'a policy is no change': ['permissions/is-no-change'],
    'tags, concurrency, code signing, event invocation and addresses are no change': otherOperation,
  },
  F029: { 'a runtime pinned or freed is a change': otherOperation },
  F030: {
    'a publish without a Description takes that of $LATEST': [
      'publish-version/description-omitted-inherits',
    ],
    "one given is the version's alone": ['publish-version/description-leaves-latest'],
  },
  F031: {
    'an example of the command line client shows an ARN with another number than the Version':
      excluded('is an example that contradicts itself'),
  },
  F032: {
    'CodeSha256 is compared, letter by letter, with that of $LATEST': [
      'code-sha256/previous-is-refused',
      'code-sha256/last-published-is-refused',
      'code-sha256/other-case-is-refused',
      'code-sha256/hex-is-refused',
      'code-sha256/part-is-refused',
    ],
    'for a container image it is the digest in hexadecimal': excluded(
      'needs an image in a registry of another service',
    ),
  },
  F033: {
    'another hash is answered 400 InvalidParameterValueException': [
      'code-sha256/wrong-is-refused',
      'code-sha256/previous-is-refused',
      'code-sha256/last-published-is-refused',
      'code-sha256/other-case-is-refused',
      'preconditions/wrong-hash-beside-current-revision-is-400',
      'code-sha256/part-is-refused',
    ],
    'the message names the hash given and that of $LATEST': [
      'code-sha256/message-names-both-hashes',
    ],
  },
  F034: {
    'what does not look like a hash is answered in the same way, and not as a breach of a constraint':
      ['code-sha256/hex-is-refused'],
  },
  F035: { 'the right hash lets the publish through': ['code-sha256/right-is-accepted'] },
  F036: {
    'a wrong hash is refused also where nothing changed since the last version': [
      'code-sha256/wrong-is-refused-when-nothing-changed',
    ],
  },
  F037: {
    'CodeSha256 is the SHA-256 of the archive as it was uploaded': [
      'update-function-code/hash-is-of-the-package',
      'supporting/create-hash-is-of-the-package',
    ],
    'it is written in base64': ['update-function-code/hash-is-base64'],
    'CodeSize is the number of bytes uploaded': ['update-function-code/size-is-of-the-package'],
  },
})
