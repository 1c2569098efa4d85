import { fact, model } from './cite.ts'
import { rulesOf } from './rule.ts'

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
