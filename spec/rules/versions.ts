import { fact, model, publishVersion, updateFunctionCode } from './cite.ts'
import { rulesOf, type Rule } from './rule.ts'

const snapshot = publishVersion('Introduction, paragraph 1')

const immutable = (what: string, cause: string): Rule => ({
  title: `${what} of a version stays as published after ${cause}`,
  level: 'must',
  basis: 'documented',
  cites: [snapshot, updateFunctionCode('Introduction, paragraph 5'), fact('F059')],
  needs: ['PublishVersion', 'GetFunctionConfiguration'],
  dependsOn: ['versions/number-is-new', 'versions/is-readable'],
})

export const versionsRules = rulesOf('versions', {
  'versions/number-is-new': {
    title: 'a new version has a number that no version of the function had before',
    level: 'must',
    basis: 'documented',
    cites: [snapshot, fact('F110')],
    needs: ['PublishVersion'],
    why: 'A number given twice would make one name stand for two contents.',
  },
  'versions/numbers-start-at-1': {
    title: 'the first version of a function with a fresh name is number 1',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F110'), fact('F024')],
    needs: ['PublishVersion'],
    dependsOn: ['versions/numbers-rise-by-one'],
  },
  'versions/numbers-rise-by-one': {
    title: 'each new version has the next number',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F110'), fact('F114')],
    needs: ['PublishVersion'],
    dependsOn: ['versions/number-is-new'],
  },
  'versions/numbers-are-per-function': {
    title: "publishing one function uses none of another function's numbers",
    level: 'should',
    basis: 'recorded',
    cites: [fact('F110')],
    needs: ['PublishVersion'],
    dependsOn: [
      'versions/number-is-new',
      'versions/numbers-start-at-1',
      'versions/numbers-rise-by-one',
    ],
  },
  'versions/deleted-number-is-not-reused': {
    title: 'the number of a deleted version is not given again',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F111')],
    needs: ['PublishVersion', 'DeleteFunction'],
    dependsOn: ['versions/number-is-new'],
  },
  'versions/code-stays-after-code-update': immutable('the code', 'a code update'),
  'versions/configuration-stays-after-configuration-update': {
    ...immutable('the configuration', 'a configuration update'),
    needs: ['PublishVersion', 'GetFunctionConfiguration', 'UpdateFunctionConfiguration'],
  },
  'versions/stays-after-later-publish': {
    ...immutable('the content', 'a later publish'),
    dependsOn: [
      'versions/number-is-new',
      'versions/code-stays-after-code-update',
      'versions/configuration-stays-after-configuration-update',
    ],
  },
  'versions/is-readable': {
    title: 'a published version can be read by its number',
    level: 'must',
    basis: 'documented',
    cites: [model('GetFunctionConfigurationRequest', 'Qualifier'), fact('F049')],
    needs: ['PublishVersion', 'GetFunctionConfiguration'],
  },
  'versions/get-function-agrees': {
    title: 'GetFunction and GetFunctionConfiguration show the same version',
    level: 'must',
    basis: 'documented',
    cites: [model('GetFunctionResponse', 'Configuration')],
    needs: ['GetFunction', 'GetFunctionConfiguration'],
  },
  'versions/arn-carries-what-was-asked': {
    title: 'a read of $LATEST or a number shows an ARN that ends with it',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F049')],
    needs: ['GetFunctionConfiguration'],
  },
  'versions/last-modified-form': {
    title: 'LastModified has milliseconds and an offset without a colon',
    level: 'should',
    basis: 'recorded',
    cites: [
      fact('F055'),
      publishVersion('Response Elements', 'LastModified'),
      updateFunctionCode('Response Elements', 'LastModified'),
    ],
    needs: ['CreateFunction'],
  },
  'versions/is-listed': {
    title: 'every published version is in the list of versions',
    level: 'must',
    basis: 'documented',
    cites: [model('ListVersionsByFunctionResponse', 'Versions')],
    needs: ['PublishVersion', 'ListVersionsByFunction'],
  },
  'versions/latest-is-called-latest': {
    title: 'replies that show $LATEST give $LATEST as its Version, also after a publish',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F044'), fact('F047'), fact('F049')],
    needs: ['CreateFunction'],
  },
  'versions/latest-is-listed-first': {
    title: 'the list of versions begins with $LATEST, then come the numbers in ascending order',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F051')],
    needs: ['ListVersionsByFunction'],
    // Numbers that are given twice do not ascend.
    dependsOn: ['versions/latest-is-called-latest', 'versions/number-is-new'],
  },
  'versions/deleted-is-gone': {
    title: 'a deleted version is neither readable nor listed',
    level: 'must',
    basis: 'documented',
    cites: [model('DeleteFunctionRequest', 'Qualifier')],
    needs: ['DeleteFunction', 'GetFunctionConfiguration'],
    dependsOn: ['versions/is-readable'],
  },
})
