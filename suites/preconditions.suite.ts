import { preconditions } from './contracts/preconditions.ts'
import { registerContract } from './register.ts'

registerContract(preconditions)
