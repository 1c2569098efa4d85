import { revisionId } from './contracts/revision-id.ts'
import { registerContract } from './register.ts'

registerContract(revisionId)
