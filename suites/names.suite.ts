import { names } from './contracts/names.ts'
import { registerContract } from './register.ts'

registerContract(names)
