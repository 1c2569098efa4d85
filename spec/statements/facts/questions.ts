import { bigUpload, noEvidence, otherOperation } from '../reasons.ts'
import { excluded, statementsOf } from '../statement.ts'

/** What nothing found answers: surveyed where a call can show it. */
export const openQuestions = statementsOf('facts', {
  Q1: {
    'which of two wrong preconditions is told first': ['preconditions/which-error-comes-first'],
    'whether a RevisionId is looked at where nothing changed': [
      'preconditions/wrong-revision-when-nothing-changed',
    ],
    'whether an update in progress is told before a wrong precondition': noEvidence,
  },
  Q2: {
    'whether a dry run changes the RevisionId': ['update-function-code/dry-run-keeps-revision'],
    'whether a dry run with Publish makes a version': [
      'update-function-code/dry-run-makes-no-version',
    ],
    'whether a dry run looks at the RevisionId': [
      'update-function-code/dry-run-with-stale-revision',
    ],
    'whether a dry run is a change for a publish': ['no-change/dry-run-is-no-change'],
  },
  Q3: {
    'what a publish of a qualified name does': [
      'names/publish-of-latest-by-name',
      'names/publish-of-a-version-by-name',
    ],
  },
  Q4: {
    'what a RevisionId is compared with where there is no policy': [
      'permissions/first-with-functions-revision-id',
    ],
    'whether a permission changes the RevisionId of $LATEST': [
      'permissions/add-and-latests-revision-id',
    ],
  },
  Q5: {
    'what a publish with nothing changed returns when the newest version was deleted': [
      'deletion/publish-after-the-newest-is-deleted',
    ],
  },
  Q6: {
    'with which words a malformed body or one of wrong types is refused': noEvidence,
    'what an empty body is answered': ['requests/publish-with-empty-body'],
  },
  Q7: { 'how a publish of a Pending function is told today': noEvidence },
  Q8: {
    'whether an empty CodeSha256 is compared': ['code-sha256/empty'],
    'whether an empty RevisionId is compared': ['revision-id/empty'],
  },
  Q9: { 'whether other settings change the RevisionId of $LATEST': otherOperation },
  Q10: {
    'what publishes sent at once are answered': [
      'concurrency/publishes-of-one-change-make-one-version',
      'concurrency/publish-beside-publish',
    ],
  },
  Q11: { 'what ConfigSha256 is the hash of': noEvidence },
  Q12: {
    'whether an empty Description overrides or inherits': ['publish-version/empty-description'],
  },
  Q13: {
    'when an update that changes nothing began to count as a change': excluded(
      'is history: what a subject does today is surveyed',
    ),
  },
  Q14: {
    'what a package that is too big is answered': bigUpload,
    'what an empty archive of a layer is answered': ['requests/layer-empty-zip-file-is-refused'],
    'what a layer name that breaks the pattern is answered': [
      'names/illegal-layer-name-is-refused',
      'names/overlong-layer-name-is-refused',
    ],
  },
  Q15: {
    'whether pages of the list of versions hold each version once': [
      'listing/pages-make-up-the-list',
    ],
    'whether the list is in the order of numbers beyond ten versions': [
      'listing/ten-comes-after-nine',
    ],
    'whether $LATEST is on the first page alone': ['listing/latest-is-on-the-first-page'],
  },
})
