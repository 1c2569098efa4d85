import { bigUpload, noPromise, ofSigning, otherOperation, twoDefects } from '../reasons.ts'
import { statementsOf } from '../statement.ts'

/** What is looked at first where a request has several defects. */
export const orderFacts = statementsOf('facts', {
  F038: {
    'the signature is looked at before anything else': ofSigning,
    'then come the form of the body, the constraints, the name, whether it exists, and the rest':
      twoDefects,
  },
  F039: {
    'several breaches of constraints are told together in one message': [
      'requests/violations-are-reported-together',
    ],
    'in which order is not fixed': noPromise,
  },
  F040: {
    'two qualifiers that differ are told before the absence of the function': twoDefects,
    'a deletion of $LATEST is refused before the absence of the function is told': twoDefects,
  },
  F041: {
    'operations of code signing and concurrency differ in what they look at first': otherOperation,
  },
  F042: {
    'a package or a request that is too big is answered 413 RequestEntityTooLargeException':
      bigUpload,
  },
  F043: {
    'of two preconditions that do not hold either may be told': [
      'preconditions/both-wrong-is-refused',
      'preconditions/which-error-comes-first',
    ],
  },
})
