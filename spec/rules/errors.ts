import { fact, model } from './cite.ts'
import { rulesOf, type Rule } from './rule.ts'

/** Of these three every recording has one; other errors come without. */
const typed = (name: string): Rule => ({
  title: `the body of a ${name} has the Type User`,
  level: 'should',
  basis: 'recorded',
  cites: [fact('F078'), fact('F079')],
  needs: ['PublishVersion'],
  dependsOn: ['errors/body', 'errors/type-member'],
})

export const errorsRules = rulesOf('errors', {
  'errors/are-named': {
    title: 'an error reply names its error in x-amzn-ErrorType or in the body',
    level: 'must',
    basis: 'documented',
    cites: [model('PreconditionFailedException'), fact('F081')],
    needs: ['PublishVersion'],
    why: 'A client that finds no name raises an unknown error, whatever the status says.',
  },
  'errors/name-is-in-the-header': {
    title: 'an error reply carries its name in the header x-amzn-ErrorType',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F081')],
    needs: ['PublishVersion'],
    dependsOn: ['errors/are-named'],
  },
  'errors/header-is-the-bare-name': {
    title: 'the header x-amzn-ErrorType gives the name of the error without a namespace before it',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F081')],
    needs: ['PublishVersion'],
    dependsOn: ['errors/name-is-in-the-header'],
  },
  'errors/names-agree': {
    title: 'an error that is named in its header and in its body has one name',
    level: 'should',
    basis: 'inferred',
    cites: [fact('F081')],
    needs: ['PublishVersion'],
    why: 'Clients differ in which of the two they look at first.',
  },
  'errors/body': {
    title: 'the body of an error has the modelled members and types',
    level: 'must',
    basis: 'documented',
    cites: [model('PreconditionFailedException'), fact('F078')],
    needs: ['PublishVersion'],
  },
  'errors/have-a-message': {
    title: 'the body of an error has a message that is not empty, as message or as Message',
    level: 'must',
    basis: 'documented',
    cites: [model('PreconditionFailedException', 'message'), fact('F078')],
    needs: ['PublishVersion'],
  },
  'errors/message-member': {
    title: 'the message stands in the member that the model gives for the error',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F078')],
    needs: ['PublishVersion'],
    dependsOn: ['errors/have-a-message'],
  },
  'errors/type-member': {
    title: 'the Type of an error is User for one of the caller and Service for one of the service',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F078'), fact('F079')],
    needs: ['PublishVersion'],
  },
  'errors/not-found-has-a-type': typed('ResourceNotFoundException'),
  'errors/conflict-has-a-type': typed('ResourceConflictException'),
  'errors/precondition-failed-has-a-type': typed('PreconditionFailedException'),
  'errors/content-type': {
    title: 'an error is answered as application/json',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F081')],
    needs: ['PublishVersion'],
  },
  'errors/supporting-are-documented': {
    title: 'an error of a supporting operation has a modelled name with its modelled status',
    level: 'must',
    basis: 'documented',
    cites: [model('errors'), fact('F080')],
    needs: ['GetFunctionConfiguration'],
  },
  'errors/precondition-message': {
    title: 'the message of a 412 says that the revision does not match the latest',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F019'), fact('F018')],
    needs: ['PublishVersion'],
    dependsOn: ['revision-id/publish-with-made-up-is-refused', 'errors/have-a-message'],
  },
  'errors/request-id': {
    title: 'every reply carries x-amzn-RequestId',
    level: 'should',
    basis: 'recorded',
    cites: [fact('F081')],
    needs: ['CreateFunction'],
  },
})
