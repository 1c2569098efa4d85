import { fact, model, publishLayerVersion, publishVersion, updateFunctionCode } from './cite.ts'
import { rulesOf } from './rule.ts'

const conflict = publishVersion('Errors', 'ResourceConflictException')
const missing = publishVersion('Errors', 'ResourceNotFoundException')
const invalid = publishVersion('Errors', 'InvalidParameterValueException')
const precondition = publishVersion('Errors', 'PreconditionFailedException')
const serviceFault = publishVersion('Errors', 'ServiceException')
const throttling = publishVersion('Errors', 'TooManyRequestsException')
const unchanged = publishVersion('Introduction, paragraph 2')
const updateStatus = updateFunctionCode('Response Elements', 'LastUpdateStatus')
const waiters = [updateStatus, fact('F105')] as const
const ofEach = (section: string) =>
  [publishVersion(section), updateFunctionCode(section), publishLayerVersion(section)] as const
const replies = ofEach('Response Elements')
const three = ['PublishVersion', 'UpdateFunctionCode', 'PublishLayerVersion'] as const

/** What a client does when it is refused, when the way to the service fails, and while a function settles. */
export const clientFaultsRules = rulesOf('client', {
  'client/bad-request-is-not-retried': {
    title: 'a call refused with 400 is not sent again',
    level: 'should',
    basis: 'inferred',
    cites: [invalid],
    needs: three,
  },
  'client/missing-is-not-retried': {
    title: 'a call refused with 404 is not sent again',
    level: 'should',
    basis: 'inferred',
    cites: [missing],
    needs: three,
  },
  'client/precondition-is-not-retried': {
    title: 'a call refused with 412 is not sent again',
    level: 'must',
    basis: 'documented',
    cites: [precondition, updateFunctionCode('Errors', 'PreconditionFailedException')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
    why: 'The RevisionId that did not match will not match later; with another one it is not what the caller asked for.',
  },
  'client/conflict-is-not-retried-blindly': {
    title: 'a call refused with 409 is sent again only after a look at the function',
    level: 'should',
    basis: 'inferred',
    cites: [conflict, fact('F100')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
  },
  'client/retries-are-bounded': {
    title: 'a call that fails for ever is given up after 20 requests at most',
    level: 'should',
    basis: 'inferred',
    cites: [throttling, serviceFault, fact('F107')],
    needs: three,
  },
  'client/storms-nothing': {
    title: 'one call sends no more than 15 requests within a second',
    level: 'should',
    basis: 'reported',
    cites: [throttling, fact('F107')],
    needs: three,
  },
  'client/backs-off': {
    title: 'retries of a call that the service refuses for the time being have pauses between them',
    level: 'should',
    basis: 'inferred',
    cites: [throttling],
    needs: three,
  },
  'client/heeds-retry-after': {
    title: 'a retry waits as long as Retry-After says',
    level: 'may',
    basis: 'inferred',
    cites: [model('TooManyRequestsException', 'retryAfterSeconds')],
    needs: three,
  },
  'client/last-error-is-told': {
    title: 'when the service fails to the end, the caller gets its last error',
    level: 'must',
    basis: 'documented',
    cites: [serviceFault, throttling],
    needs: three,
    dependsOn: ['client/answers', 'client/ends', 'client/error-keeps-name'],
  },
  'client/lost-connection-is-told': {
    title: 'when no request comes through, the caller gets an error',
    level: 'must',
    basis: 'documented',
    cites: replies,
    needs: three,
    dependsOn: ['client/answers', 'client/ends'],
  },
  'client/cut-reply-is-no-success': {
    title: 'a reply that ends in the middle is not told as a success',
    level: 'should',
    basis: 'inferred',
    cites: replies,
    needs: three,
    dependsOn: ['client/output-keeps-members'],
  },
  'client/slow-reply-is-waited-for': {
    title: 'a reply that takes a second and a half is waited for',
    level: 'should',
    basis: 'inferred',
    cites: [publishVersion('Response Syntax')],
    needs: three,
    dependsOn: ['client/success-is-no-error'],
  },
  'client/lost-reply-is-no-false-412': {
    title: 'after a lost reply the caller is not told 412 about a call that was carried out',
    level: 'should',
    basis: 'inferred',
    cites: [precondition, fact('F003'), fact('F007')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
    why: 'The first request has changed the RevisionId; GetFunction would have told that it took effect.',
  },
  'client/lost-reply-makes-no-second-version': {
    title: 'after a lost reply a call makes no second version',
    level: 'should',
    basis: 'inferred',
    cites: [unchanged, fact('F020'), fact('F021')],
    needs: ['PublishVersion', 'UpdateFunctionCode'],
  },
  'client/lost-reply-makes-no-second-layer-version': {
    title: 'after a lost reply a call makes no second version of a layer',
    level: 'should',
    basis: 'inferred',
    cites: [publishLayerVersion('Introduction, paragraph 1')],
    needs: ['PublishLayerVersion'],
  },
  'client/after-a-lost-reply': {
    title: 'what a client does after a lost reply',
    level: 'may',
    basis: 'inferred',
    cites: [unchanged, publishLayerVersion('Introduction, paragraph 1'), fact('F020')],
    needs: three,
  },
  'client/after-throttling': {
    title: 'what a client does after a 429',
    level: 'may',
    basis: 'inferred',
    cites: [throttling],
    needs: three,
  },
  'client/after-a-service-fault': {
    title: 'what a client does after a 500 or a 503',
    level: 'may',
    basis: 'inferred',
    cites: [serviceFault],
    needs: three,
  },
  'client/wait-ends-when-settled': {
    title: 'a client that waits for the function reports success when it has settled, not before',
    level: 'must',
    basis: 'documented',
    cites: [...waiters, fact('F106')],
    needs: ['UpdateFunctionCode'],
    edition: { from: '2024-08' },
    dependsOn: ['client/no-early-success'],
  },
  'client/wait-goes-no-further': {
    title: 'a client that waits for the function stops when it has settled',
    level: 'should',
    basis: 'documented',
    cites: waiters,
    needs: ['UpdateFunctionCode'],
    edition: { from: '2024-08' },
  },
  'client/failed-update-is-told': {
    title: 'a client that waits for the function tells of an update that failed',
    level: 'must',
    basis: 'documented',
    cites: waiters,
    needs: ['UpdateFunctionCode'],
    edition: { from: '2024-08' },
    dependsOn: ['client/no-early-success'],
  },
  'client/no-early-success': {
    title: 'no function is called settled that every reply has shown in progress',
    level: 'must',
    basis: 'documented',
    cites: [...waiters, fact('F106')],
    needs: ['UpdateFunctionCode'],
    edition: { from: '2024-08' },
  },
})
