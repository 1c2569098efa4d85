import { errors } from './contracts/errors.ts'
import { registerContract } from './register.ts'

registerContract(errors)
