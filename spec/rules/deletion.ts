import { fact, model, publishVersion, updateFunctionCode } from './cite.ts'
import { rulesOf, type Rule } from './rule.ts'

const qualifier = model('DeleteFunctionRequest', 'Qualifier')
const gone = 'deletion/deleted-function-is-not-readable'

const immutable = [
  'versions/code-stays-after-code-update',
  'versions/configuration-stays-after-configuration-update',
  'versions/stays-after-later-publish',
] as const

const afterRecreation = {
  dependsOn: [gone, 'deletion/deleted-name-can-be-used-again'],
} as const

const refusedVersion = (title: string): Rule => ({
  title,
  level: 'should',
  basis: 'recorded',
  cites: [fact('F093')],
  needs: ['DeleteFunction'],
})

export const deletionRules = rulesOf('deletion', {
  'deletion/absent-version-succeeds': {
    title: 'deleting a version number that does not exist succeeds',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F062')],
    needs: ['DeleteFunction'],
  },
  'deletion/latest-is-refused': refusedVersion('deleting the version $LATEST answers 400'),
  'deletion/alias-qualifier-is-refused': {
    ...refusedVersion('deleting a function with the name of an alias as Qualifier answers 400'),
    needs: ['DeleteFunction', 'CreateAlias'],
  },
  'deletion/version-behind-an-alias-is-refused': {
    ...refusedVersion('deleting a version that an alias points at answers 409'),
    cites: [fact('F093'), model('DeleteFunction', 'ResourceConflictException')],
    needs: ['DeleteFunction', 'CreateAlias'],
    dependsOn: ['aliases/create-shows-name-and-version'],
  },
  'deletion/version-behind-an-alias-stays': {
    ...refusedVersion('a version whose deletion was refused is still there'),
    needs: ['DeleteFunction', 'ListVersionsByFunction'],
    dependsOn: ['versions/is-listed', 'deletion/version-behind-an-alias-is-refused'],
  },
  'deletion/leaves-latest': {
    title: 'deleting a version leaves the code and the configuration of $LATEST',
    level: 'must',
    basis: 'documented',
    cites: [qualifier, fact('F014')],
    needs: ['DeleteFunction', 'GetFunctionConfiguration'],
    dependsOn: ['versions/get-function-agrees'],
  },
  'deletion/leaves-other-versions': {
    title: 'deleting a version leaves the other versions as they were',
    level: 'must',
    basis: 'documented',
    cites: [qualifier, publishVersion('Introduction, paragraph 1'), fact('F014')],
    needs: ['DeleteFunction', 'GetFunctionConfiguration'],
    dependsOn: ['versions/number-is-new', 'versions/is-readable', ...immutable],
  },
  'deletion/publish-after-the-newest-is-deleted': {
    title:
      'a publish with nothing changed makes a version or not once the newest version is deleted',
    level: 'may',
    basis: 'inferred',
    cites: [fact('Q5')],
    needs: ['DeleteFunction', 'PublishVersion'],
  },
  'deletion/unknown-function-is-404': {
    title: 'deleting a function that does not exist answers 404 ResourceNotFoundException',
    level: 'must',
    basis: 'documented',
    cites: [model('DeleteFunction', 'ResourceNotFoundException'), fact('F062')],
    needs: ['DeleteFunction'],
  },
  'deletion/deleted-function-is-not-readable': {
    title: 'reading a deleted function answers 404',
    level: 'must',
    basis: 'documented',
    cites: [
      model('DeleteFunction'),
      model('GetFunctionConfiguration', 'ResourceNotFoundException'),
      fact('F083'),
    ],
    needs: ['DeleteFunction', 'GetFunctionConfiguration'],
    dependsOn: ['versions/deleted-is-gone'],
  },
  'deletion/deleted-function-cannot-be-published': {
    title: 'publishing a deleted function answers 404 ResourceNotFoundException',
    level: 'must',
    basis: 'documented',
    cites: [publishVersion('Errors', 'ResourceNotFoundException'), fact('F083')],
    needs: ['DeleteFunction', 'PublishVersion'],
    dependsOn: [gone, 'publish-version/unknown-function-is-404'],
  },
  'deletion/deleted-function-cannot-be-updated': {
    title: 'updating the code of a deleted function answers 404 ResourceNotFoundException',
    level: 'must',
    basis: 'documented',
    cites: [updateFunctionCode('Errors', 'ResourceNotFoundException'), fact('F083')],
    needs: ['DeleteFunction', 'UpdateFunctionCode'],
    dependsOn: [gone, 'update-function-code/unknown-function-is-404'],
  },
  'deletion/deleted-name-can-be-used-again': {
    title: 'a function can be created under the name of a deleted one',
    level: 'must',
    basis: 'documented',
    cites: [model('CreateFunction'), model('DeleteFunction'), fact('F112')],
    needs: ['DeleteFunction', 'CreateFunction'],
    dependsOn: [gone],
  },
  'deletion/numbers-go-on-under-the-same-name': {
    title: 'the versions of a function made again have numbers that its name did not have before',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F112')],
    needs: ['DeleteFunction', 'CreateFunction'],
    dependsOn: [
      ...afterRecreation.dependsOn,
      'versions/number-is-new',
      'versions/deleted-number-is-not-reused',
    ],
    why: 'An ARN with a version would stand for other code than before.',
  },
  'deletion/old-versions-do-not-come-back': {
    title: 'a function made again has no versions of the deleted one',
    level: 'must',
    basis: 'documented',
    cites: [model('DeleteFunction'), model('ListVersionsByFunctionResponse', 'Versions')],
    needs: ['DeleteFunction', 'CreateFunction', 'ListVersionsByFunction'],
    ...afterRecreation,
  },
  'deletion/old-aliases-do-not-come-back': {
    title: 'a function made again has no aliases of the deleted one',
    level: 'should',
    basis: 'inferred',
    cites: [model('DeleteFunction'), model('GetAlias', 'ResourceNotFoundException')],
    needs: ['DeleteFunction', 'CreateFunction', 'CreateAlias', 'GetAlias'],
    dependsOn: [...afterRecreation.dependsOn, 'aliases/unknown-read-is-404'],
  },
  'deletion/old-revisions-do-not-come-back': {
    title: 'a function made again has a RevisionId that the deleted one did not have',
    level: 'should',
    basis: 'inferred',
    cites: [fact('F001'), fact('F002')],
    needs: ['DeleteFunction', 'CreateFunction'],
    ...afterRecreation,
  },
  'deletion/layer-version-is-gone': {
    title: 'reading a deleted layer version answers 404',
    level: 'must',
    basis: 'documented',
    cites: [
      model('DeleteLayerVersion'),
      model('GetLayerVersion', 'ResourceNotFoundException'),
      fact('F067'),
    ],
    needs: ['DeleteLayerVersion', 'GetLayerVersion'],
  },
  'deletion/layer-version-is-not-listed': {
    title: 'a deleted layer version is not in the list of its layer',
    level: 'must',
    basis: 'documented',
    cites: [model('DeleteLayerVersion'), model('ListLayerVersions')],
    needs: ['DeleteLayerVersion', 'ListLayerVersions'],
    dependsOn: ['deletion/layer-version-is-gone'],
  },
  'deletion/other-layer-versions-stay': {
    title: 'deleting a layer version leaves the other versions of the layer',
    level: 'must',
    basis: 'documented',
    cites: [model('DeleteLayerVersionRequest', 'VersionNumber')],
    needs: ['DeleteLayerVersion', 'GetLayerVersion'],
    dependsOn: ['publish-layer-version/is-readable', 'publish-layer-version/earlier-versions-stay'],
  },
  'deletion/absent-layer-version-succeeds': {
    title: 'deleting a layer version again succeeds',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F068')],
    needs: ['DeleteLayerVersion'],
  },
  'deletion/layer-version-0-is-refused': {
    title: 'reading or deleting the layer version 0 answers 400',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F067')],
    needs: ['GetLayerVersion', 'PublishLayerVersion'],
  },
})
