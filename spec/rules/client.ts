import { fact, publishLayerVersion, publishVersion, updateFunctionCode } from './cite.ts'
import { clientFaultsRules } from './client-faults.ts'
import { rulesOf } from './rule.ts'

const revision = publishVersion('Request Body', 'RevisionId')
const updateRevision = updateFunctionCode('Request Body', 'RevisionId')
const description = publishVersion('Request Body', 'Description')
const precondition = publishVersion('Errors', 'PreconditionFailedException')
const ofEach = (section: string) =>
  [publishVersion(section), updateFunctionCode(section), publishLayerVersion(section)] as const
const requests = ofEach('Request Syntax')
const replies = ofEach('Response Elements')
const errors = ofEach('Errors')
const asks = ['client/valid-call-is-sent', 'client/request-is-of-the-api'] as const
const three = ['PublishVersion', 'UpdateFunctionCode', 'PublishLayerVersion'] as const

/** How a client passes on what it is asked and what it is answered. Judged where calls go through one. */
const clientPassingRules = rulesOf('client', {
  'client/answers': {
    title: 'a call ends with the members of a reply or with an error that has a name',
    level: 'must',
    basis: 'documented',
    cites: [publishVersion('Response Syntax'), ...errors],
    needs: three,
  },
  'client/ends': {
    title: 'a call comes to an end',
    level: 'must',
    basis: 'documented',
    cites: [publishVersion('Response Syntax'), ...errors],
    needs: three,
  },
  'client/leaves-nothing-running': {
    title: 'no request is sent once the call has answered',
    level: 'should',
    basis: 'inferred',
    cites: [publishVersion('Response Syntax')],
    needs: three,
    why: 'A caller who goes on as if all was done would meet a change that comes afterwards.',
  },
  'client/shows-no-secret': {
    title: 'what a client answers or prints shows no credentials of its caller and no signature',
    level: 'should',
    basis: 'inferred',
    cites: [fact('F096')],
    needs: three,
  },
  'client/valid-call-is-sent': {
    title: 'a call that the API allows is sent',
    level: 'must',
    basis: 'documented',
    cites: requests,
    needs: three,
    dependsOn: ['client/request-is-of-the-api', 'client/answers', 'client/ends'],
  },
  'client/request-is-of-the-api': {
    title: 'a call arrives with the method and the path of its operation',
    level: 'must',
    basis: 'documented',
    cites: requests,
    needs: three,
  },
  'client/request-is-valid': {
    title: 'the request of a valid call has the documented form',
    level: 'must',
    basis: 'documented',
    cites: requests,
    needs: three,
    dependsOn: [
      'client/request-is-of-the-api',
      'client/keeps-name',
      'client/keeps-zip-file',
      'client/keeps-revision-id',
      'client/keeps-code-sha256',
      'client/keeps-description',
      'client/keeps-publish',
      'client/keeps-dry-run',
      'client/keeps-architectures',
      'client/keeps-other-members',
    ],
  },
  'client/is-signed': {
    title: 'every request is signed with the credentials and for the region that were given',
    level: 'should',
    basis: 'reported',
    cites: [fact('F096')],
    needs: three,
  },
  'client/changes-nothing-else': {
    title: 'a call changes nothing but what it was asked to',
    level: 'must',
    basis: 'documented',
    cites: ofEach('Introduction, paragraph 1'),
    needs: three,
  },
  'client/success-is-not-repeated': {
    title: 'what succeeded is not asked for again',
    level: 'must',
    basis: 'documented',
    cites: [publishLayerVersion('Introduction, paragraph 1'), ...replies],
    needs: three,
    why: 'A second PublishLayerVersion makes a second version, a second update lets go of the first one’s RevisionId.',
  },
  'client/keeps-name': {
    title: 'the name of the function or layer arrives as it was given',
    level: 'must',
    basis: 'documented',
    cites: [
      publishVersion('URI Request Parameters', 'FunctionName'),
      updateFunctionCode('URI Request Parameters', 'FunctionName'),
      publishLayerVersion('URI Request Parameters', 'LayerName'),
    ],
    needs: three,
    dependsOn: asks,
  },
  'client/keeps-revision-id': {
    title: 'RevisionId arrives as it was given, and only then',
    level: 'must',
    basis: 'documented',
    cites: [revision, updateRevision],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
    dependsOn: asks,
    why: 'Without it, or with a fresh one, an update by somebody else is overwritten unseen.',
  },
  'client/keeps-code-sha256': {
    title: 'CodeSha256 arrives as it was given, and only then',
    level: 'must',
    basis: 'documented',
    cites: [publishVersion('Request Body', 'CodeSha256')],
    needs: ['PublishVersion'],
    dependsOn: asks,
  },
  'client/keeps-description': {
    title: 'the Description arrives as it was given, and only then',
    level: 'must',
    basis: 'documented',
    cites: [description, publishLayerVersion('Request Body', 'Description')],
    needs: ['PublishVersion', 'PublishLayerVersion'],
    dependsOn: asks,
    why: 'An empty one that nobody gave overrides the description of the function.',
  },
  'client/keeps-publish': {
    title: 'the flag Publish arrives as it was given, and only then',
    level: 'must',
    basis: 'documented',
    cites: [updateFunctionCode('Request Body', 'Publish')],
    needs: ['UpdateFunctionCode'],
    dependsOn: asks,
  },
  'client/keeps-dry-run': {
    title: 'DryRun arrives as it was given, and only then',
    level: 'must',
    basis: 'documented',
    cites: [updateFunctionCode('Request Body', 'DryRun')],
    needs: ['UpdateFunctionCode'],
    dependsOn: asks,
    why: 'A dry run without its flag is an update.',
  },
  'client/keeps-architectures': {
    title: 'the Architectures arrive as they were given, and only then',
    level: 'must',
    basis: 'documented',
    cites: [updateFunctionCode('Request Body', 'Architectures')],
    needs: ['UpdateFunctionCode'],
    edition: { from: '2024-08' },
    dependsOn: asks,
  },
  'client/keeps-zip-file': {
    title: 'the bytes of a package arrive as they were given',
    level: 'must',
    basis: 'documented',
    cites: [
      updateFunctionCode('Request Body', 'ZipFile'),
      publishLayerVersion('Request Body', 'Content'),
    ],
    needs: ['UpdateFunctionCode', 'PublishLayerVersion'],
    dependsOn: asks,
  },
  'client/keeps-other-members': {
    title: 'all other members arrive as they were given, and only then',
    level: 'must',
    basis: 'documented',
    cites: [
      updateFunctionCode('Request Body', 'S3Key'),
      publishLayerVersion('Request Body', 'CompatibleRuntimes'),
      publishLayerVersion('Request Body', 'LicenseInfo'),
    ],
    needs: ['UpdateFunctionCode', 'PublishLayerVersion'],
    dependsOn: asks,
  },
  'client/output-keeps-members': {
    title: 'a caller gets every documented member of the reply',
    level: 'must',
    basis: 'documented',
    cites: replies,
    needs: three,
    dependsOn: ['client/answers', 'client/success-is-no-error', 'client/no-early-success'],
  },
  'client/output-invents-nothing': {
    title: 'a caller gets no documented member otherwise than a reply had it',
    level: 'must',
    basis: 'documented',
    cites: replies,
    needs: three,
    dependsOn: ['client/answers', 'client/error-is-no-success', 'client/no-early-success'],
  },
  'client/success-is-no-error': {
    title: 'what succeeded is not told as an error',
    level: 'must',
    basis: 'documented',
    cites: replies,
    needs: three,
    dependsOn: ['client/answers', 'client/ends', 'client/success-is-not-repeated'],
  },
  'client/error-is-no-success': {
    title: 'an error of the service is not told as a success',
    level: 'must',
    basis: 'documented',
    cites: errors,
    needs: three,
  },
  'client/error-keeps-name': {
    title: 'an error of the service reaches the caller by its name',
    level: 'must',
    basis: 'documented',
    cites: [...errors, precondition],
    needs: three,
    dependsOn: ['client/answers', 'client/error-is-no-success'],
    why: 'A caller who cannot tell a 412 from another failure cannot read the function again and decide.',
  },
  'client/error-keeps-status': {
    title: 'an error with a status has that of the service’s error',
    level: 'must',
    basis: 'documented',
    cites: errors,
    needs: three,
    dependsOn: ['client/error-is-no-success'],
  },
  'client/error-has-status': {
    title: 'an error of the service has its HTTP status',
    level: 'should',
    basis: 'inferred',
    cites: errors,
    needs: three,
    dependsOn: ['client/error-is-no-success'],
  },
  'client/error-keeps-message': {
    title: 'the message of the service is within the message of the error',
    level: 'should',
    basis: 'inferred',
    cites: [fact('F078')],
    needs: three,
    dependsOn: ['client/error-is-no-success'],
  },
})

/** What only a client can get wrong. */
export const clientRules = { ...clientPassingRules, ...clientFaultsRules }
