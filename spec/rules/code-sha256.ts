import { fact, publishVersion } from './cite.ts'
import { rulesOf, type Rule } from './rule.ts'

const precondition = publishVersion('Request Body', 'CodeSha256')
const error = publishVersion('Errors', 'InvalidParameterValueException')
const root = ['code-sha256/wrong-is-refused'] as const

const refuses = (what: string): Rule => ({
  title: `a publish with ${what} as CodeSha256 answers 400 InvalidParameterValueException`,
  level: 'must',
  basis: 'documented',
  cites: [precondition, error, fact('F032'), fact('F033')],
  needs: ['PublishVersion'],
  dependsOn: root,
})

export const codeSha256Rules = rulesOf('code-sha256', {
  'code-sha256/absent-is-accepted': {
    title: 'a publish without a CodeSha256 is accepted',
    level: 'must',
    basis: 'documented',
    cites: [precondition],
    needs: ['PublishVersion'],
  },
  'code-sha256/right-is-accepted': {
    title: "a publish with $LATEST's CodeSha256 is accepted",
    level: 'must',
    basis: 'documented',
    cites: [precondition, fact('F035')],
    needs: ['PublishVersion'],
    dependsOn: [
      'revision-id/publish-without-is-accepted',
      'update-function-code/hash-is-of-the-package',
    ],
  },
  'code-sha256/wrong-is-refused': {
    title:
      'a publish with the CodeSha256 of code never uploaded answers 400 InvalidParameterValueException',
    level: 'must',
    basis: 'documented',
    cites: [precondition, error, fact('F033')],
    needs: ['PublishVersion'],
  },
  'code-sha256/previous-is-refused': refuses('the hash of the code before the last update'),
  'code-sha256/last-published-is-refused': refuses(
    "the hash of the last version, where $LATEST's is another,",
  ),
  'code-sha256/other-case-is-refused': refuses("$LATEST's hash in other letter case"),
  'code-sha256/part-is-refused': refuses("the beginning of $LATEST's hash"),
  'code-sha256/hex-is-refused': {
    ...refuses("$LATEST's hash in hexadecimal"),
    // It is the same hash, and the documents name no notation.
    level: 'should',
    basis: 'recorded',
    cites: [fact('F032'), fact('F034'), precondition],
  },
  'code-sha256/empty': {
    title: 'a publish with an empty CodeSha256 is accepted or refused',
    level: 'may',
    basis: 'inferred',
    cites: [precondition, fact('Q8')],
    needs: ['PublishVersion'],
  },
  'code-sha256/wrong-is-refused-when-nothing-changed': {
    title: 'a wrong CodeSha256 is refused also where the publish would return the existing version',
    level: 'should',
    basis: 'reported',
    cites: [fact('F036'), precondition],
    needs: ['PublishVersion'],
    dependsOn: root,
  },
  'code-sha256/right-is-accepted-when-nothing-changed': {
    title: 'the right CodeSha256 is accepted where the publish returns the existing version',
    level: 'must',
    basis: 'documented',
    cites: [precondition, publishVersion('Introduction, paragraph 2')],
    needs: ['PublishVersion'],
    dependsOn: ['code-sha256/right-is-accepted'],
  },
  'code-sha256/refused-publish-makes-no-version': {
    title: 'a publish refused for its CodeSha256 makes no version',
    level: 'must',
    basis: 'documented',
    cites: [precondition],
    needs: ['PublishVersion', 'ListVersionsByFunction'],
    dependsOn: root,
  },
  'code-sha256/refused-publish-uses-no-number': {
    title: 'a publish refused for its CodeSha256 uses up no version number',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F110'), fact('F113')],
    needs: ['PublishVersion'],
    dependsOn: [...root, 'versions/numbers-rise-by-one'],
  },
  'code-sha256/refused-publish-keeps-revision': {
    title: "a publish refused for its CodeSha256 leaves $LATEST's RevisionId as it was",
    level: 'must',
    basis: 'documented',
    cites: [precondition],
    needs: ['PublishVersion', 'GetFunctionConfiguration'],
    dependsOn: [...root, 'revision-id/stays-when-read'],
  },
  'code-sha256/message-names-both-hashes': {
    title: 'the message of a refused CodeSha256 names the hash given and the hash of $LATEST',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F033')],
    needs: ['PublishVersion'],
    dependsOn: [...root, 'errors/have-a-message'],
  },
})
