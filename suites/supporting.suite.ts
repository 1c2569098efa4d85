import { supporting } from './contracts/supporting.ts'
import { registerContract } from './register.ts'

registerContract(supporting)
