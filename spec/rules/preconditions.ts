import { fact, publishVersion } from './cite.ts'
import { rulesOf } from './rule.ts'

const revision = publishVersion('Request Body', 'RevisionId')
const hash = publishVersion('Request Body', 'CodeSha256')
const unchanged = publishVersion('Introduction, paragraph 2')
const revisionRoot = 'revision-id/publish-with-made-up-is-refused'
const hashRoot = 'code-sha256/wrong-is-refused'
const accepted = [
  'revision-id/publish-with-current-is-accepted',
  'code-sha256/right-is-accepted',
] as const

export const preconditionsRules = rulesOf('preconditions', {
  'preconditions/both-right-is-accepted': {
    title: 'a publish with the current RevisionId and the right CodeSha256 is accepted',
    level: 'must',
    basis: 'documented',
    cites: [revision, hash],
    needs: ['PublishVersion'],
    dependsOn: accepted,
  },
  'preconditions/wrong-hash-beside-current-revision-is-400': {
    title: 'a wrong CodeSha256 beside the current RevisionId answers 400',
    level: 'must',
    basis: 'documented',
    cites: [hash, fact('F033')],
    needs: ['PublishVersion'],
    dependsOn: [hashRoot, 'revision-id/publish-with-current-is-accepted'],
  },
  'preconditions/wrong-revision-beside-right-hash-is-412': {
    title: 'a RevisionId that does not match beside the right CodeSha256 answers 412',
    level: 'must',
    basis: 'documented',
    cites: [revision, fact('F019')],
    needs: ['PublishVersion'],
    dependsOn: [revisionRoot],
  },
  'preconditions/both-wrong-is-refused': {
    title: 'a publish with both preconditions wrong answers 400 or 412',
    level: 'must',
    basis: 'documented',
    cites: [revision, hash, fact('F043')],
    needs: ['PublishVersion'],
    dependsOn: [revisionRoot, hashRoot],
  },
  'preconditions/which-error-comes-first': {
    title: 'with both preconditions wrong either error comes first',
    level: 'may',
    basis: 'inferred',
    cites: [fact('F043'), fact('Q1')],
    needs: ['PublishVersion'],
    dependsOn: [revisionRoot],
  },
  'preconditions/refused-publish-makes-no-version': {
    title: 'a publish refused while both preconditions are given makes no version',
    level: 'must',
    basis: 'documented',
    cites: [revision, hash],
    needs: ['PublishVersion', 'ListVersionsByFunction'],
    dependsOn: [revisionRoot, hashRoot],
  },
  'preconditions/both-right-when-nothing-changed': {
    title: 'both preconditions right and nothing changed: the existing version comes back',
    level: 'must',
    basis: 'documented',
    cites: [revision, hash, unchanged],
    needs: ['PublishVersion'],
    dependsOn: [
      'no-change/repeat-publish-returns-same-version',
      'no-change/read-is-no-change',
      'code-sha256/right-is-accepted-when-nothing-changed',
      'preconditions/both-right-is-accepted',
    ],
  },
  'preconditions/wrong-revision-when-nothing-changed': {
    title: 'a RevisionId that does not match is refused, or ignored where nothing changed',
    level: 'may',
    basis: 'inferred',
    cites: [revision, unchanged, fact('Q1')],
    needs: ['PublishVersion'],
    dependsOn: [revisionRoot],
  },
})
