import { otherOperation } from '../reasons.ts'
import { excluded, statementsOf } from '../statement.ts'

/** How RevisionIds come and go. */
export const revisionIdFacts = statementsOf('facts', {
  F001: {
    'a RevisionId is a UUID in lower case': ['revision-id/is-a-uuid'],
    'every function configuration, alias and policy carries one': [
      'revision-id/is-always-given',
      'aliases/has-a-revision-id',
      'permissions/policy-has-a-revision-id',
    ],
    "a RevisionId is one function's and is not given twice": [
      'deletion/old-revisions-do-not-come-back',
      'independence/revision-stays-when-another-function-changes',
    ],
  },
  F002: {
    'a new function gets another RevisionId when it becomes Active': [
      'revision-id/settling-changes-latest',
    ],
    'a function made again begins with other RevisionIds': [
      'deletion/old-revisions-do-not-come-back',
    ],
  },
  F003: {
    'a code update gives $LATEST another RevisionId': ['revision-id/changes-with-code'],
    'the end of the update gives it another once more': ['revision-id/settling-changes-latest'],
    'an update sent again with the same RevisionId is answered 412': [
      'client/lost-reply-is-no-false-412',
    ],
  },
  F004: {
    'a configuration update gives $LATEST another RevisionId, as a code update does': [
      'revision-id/changes-with-configuration',
    ],
  },
  F005: {
    'an update that changes nothing gives another RevisionId all the same': [
      'revision-id/changes-with-same-code',
      'revision-id/changes-with-same-configuration',
    ],
  },
  F006: {
    'while an update is in progress, a read shows the new code already': [
      'update-function-code/takes-effect',
    ],
    'while an update is in progress, a read shows the RevisionId of its reply': [
      'revision-id/stays-while-in-progress',
    ],
  },
  F007: {
    'a version has a RevisionId of its own': ['revision-id/version-has-its-own'],
    'a publish that makes a version gives $LATEST another RevisionId': [
      'revision-id/publish-changes-latest',
    ],
    'a second publish with the RevisionId of the first is answered 412': excluded(
      'follows from the statement before it and is true only where that is',
    ),
    'that 412 does not say that the first was not carried out': [
      'client/lost-reply-is-no-false-412',
    ],
  },
  F008: {
    'a version published from a settled function is Active at once': [
      'publish-version/version-is-ready',
    ],
    'the RevisionId of an Active version stays': ['revision-id/version-keeps-its-own'],
  },
  F009: {
    'a version made by a creation or an update starts as Pending and gets another RevisionId once':
      excluded("how long a version takes to settle is the subject's choice"),
    'its RevisionId is never that of $LATEST': ['supporting/created-version-has-its-own-revision'],
  },
  F010: {
    'a publish with nothing changed returns the RevisionId of the existing version': [
      'no-change/repeat-publish-returns-the-version-as-it-is',
    ],
    'a publish with nothing changed leaves the RevisionId of $LATEST': [
      'no-change/repeat-publish-keeps-revision',
    ],
    'a publish that is refused changes nothing either': ['no-change/refused-publish-is-no-change'],
  },
  F011: {
    'creating an alias leaves the RevisionIds of $LATEST and of the version': [
      'revision-id/stays-when-an-alias-is-made',
    ],
    'updating an alias leaves the RevisionId of $LATEST as well': [
      'aliases/update-keeps-functions-revision-id',
    ],
  },
  F012: {
    'an alias has a RevisionId of its own': ['revision-id/alias-has-its-own'],
    'every UpdateAlias gives it another, also one that changes nothing': [
      'aliases/update-changes-revision-id',
      'aliases/update-without-a-change-changes-revision-id',
      'aliases/revision-id-does-not-come-back',
    ],
    'an update leaves what it does not give': ['aliases/update-keeps-what-is-not-given'],
    'reading an alias leaves its RevisionId': ['aliases/revision-id-stays-when-read'],
  },
  F013: {
    'an alias read as an alias shows its own RevisionId': ['revision-id/alias-has-its-own'],
    'a function read by an alias shows the RevisionId of the version': [
      'aliases/reads-its-versions-revision-id',
    ],
  },
  F014: {
    'deleting a version leaves the RevisionIds of $LATEST and of the other versions': [
      'revision-id/stays-when-a-version-is-deleted',
      'deletion/leaves-latest',
      'deletion/leaves-other-versions',
    ],
  },
  F015: { 'tagging and untagging give $LATEST another RevisionId': otherOperation },
  F016: { 'reserving concurrency leaves the RevisionId': otherOperation },
  F017: {
    'until 2024 the RevisionId of a policy was that of what it belongs to': [
      'permissions/whose-revision-id',
    ],
    'since 2025 a policy has a RevisionId of its own, one for each qualifier': [
      'permissions/whose-revision-id',
      'permissions/version-has-its-own-policy',
    ],
    'publishing leaves the RevisionId of the policy since 2025, and did not before': [
      'permissions/publish-and-the-policys-revision-id',
    ],
    'a further statement gives the policy another RevisionId': [
      'permissions/another-statement-changes-revision-id',
    ],
    'reading a policy leaves its RevisionId': ['permissions/revision-id-stays-when-read'],
  },
  F018: {
    'the text of a 412 names the operation to ask for the latest RevisionId': [
      'errors/precondition-message',
    ],
    'AddPermission and RemovePermission answer a RevisionId that does not match with 412': [
      'permissions/add-with-made-up-is-refused',
      'permissions/remove-with-made-up-is-refused',
      'permissions/add-with-stale-is-refused',
      'permissions/remove-with-stale-is-refused',
    ],
  },
  F019: {
    'PublishVersion answers a RevisionId that does not match with 412': [
      'revision-id/publish-with-made-up-is-refused',
      'revision-id/publish-with-stale-is-refused',
      'revision-id/publish-with-other-functions-is-refused',
      'revision-id/publish-with-versions-is-refused',
      'revision-id/publish-with-aliases-is-refused',
      'preconditions/wrong-revision-beside-right-hash-is-412',
      'revision-id/publish-with-part-is-refused',
      'revision-id/publish-with-other-case-is-refused',
    ],
    'UpdateFunctionCode answers a RevisionId that does not match with 412': [
      'revision-id/update-code-with-made-up-is-refused',
      'revision-id/update-code-with-stale-is-refused',
      'revision-id/update-code-with-other-functions-is-refused',
      'revision-id/update-code-with-versions-is-refused',
      'revision-id/update-code-with-aliases-is-refused',
      'revision-id/update-code-with-part-is-refused',
      'revision-id/update-code-with-other-case-is-refused',
    ],
    'UpdateFunctionConfiguration answers a RevisionId that does not match with 412': [
      'revision-id/update-configuration-with-made-up-is-refused',
      'revision-id/update-configuration-with-stale-is-refused',
      'revision-id/update-configuration-with-other-functions-is-refused',
      'revision-id/update-configuration-with-versions-is-refused',
      'revision-id/update-configuration-with-aliases-is-refused',
      'revision-id/update-configuration-with-part-is-refused',
      'revision-id/update-configuration-with-other-case-is-refused',
    ],
    'UpdateAlias answers a RevisionId that does not match with 412': [
      'aliases/update-with-made-up-is-refused',
      'aliases/update-with-stale-is-refused',
      'aliases/update-with-functions-is-refused',
      'aliases/update-with-versions-is-refused',
      'aliases/update-with-other-aliases-is-refused',
    ],
    'the message says that the RevisionId does not match the latest': [
      'errors/precondition-message',
    ],
    'a RevisionId that is no UUID is answered in the same way': [
      'revision-id/publish-with-part-is-refused',
      'revision-id/update-code-with-part-is-refused',
      'revision-id/update-configuration-with-part-is-refused',
    ],
  },
})
