import { excluded } from './statement.ts'

/** Reasons that hold for more than one statement. */
export const needsBucket = excluded('needs an object in a bucket of another service')
export const needsImage = excluded('needs an image in a registry of another service')
export const needsSigning = excluded('needs a signing profile of another service')
export const needsOthers = excluded('needs resources of other services')
export const openValues = excluded(
  'later values are legal in a reply: its lists of values are taken as open',
)
export const fullAccount = excluded(
  'filling an account with packages costs money and endangers what else is in it',
)
export const serviceFault = excluded(
  'cannot be brought about on purpose without doing harm; where it comes, its shape is judged',
)
export const nothingIsInvoked = excluded(
  'nothing is ever invoked: an invocation costs money and says nothing of publishing',
)
export const otherOperation = excluded(
  'speaks of an operation that is neither a subject nor needed to observe one',
)
export const ofClients = excluded('speaks of clients, not of the service')
export const noPromise = excluded('promises nothing')
export const bigUpload = excluded(
  'takes an upload of more than 50 MB, which no run should ask of a subject',
)
export const notPromised = excluded(
  'no member of a reply is promised: one that is absent means the same as null',
)
export const ownTime = excluded(
  "how long a function takes to settle is the subject's choice, and it may take no time at all",
)
export const ownClock = excluded("tells the time by the subject's clock, which need not be ours")
export const twoDefects = excluded('matters only to a request with two defects')
export const unprovable = excluded(
  'without a bucket the same call with a string is refused as well, and how a wrong type is told apart is not recorded',
)
export const beyondPublishing = excluded(
  'speaks of a supporting operation beyond what is needed to reach and observe a version',
)
export const ofSigning = excluded("signing is the driver's part: an endpoint may ask for it or not")
export const ofEdition = excluded(
  'a difference between documents of different years: the editions hold it',
)
export const noEvidence = excluded('nothing documented or recorded says what would be right')

/** What is stated of every shape of a reply. */
export const modelBody = 'has the members, types and limits of the model'
