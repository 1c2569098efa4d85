import { aliases } from './contracts/aliases.ts'
import { registerContract } from './register.ts'

registerContract(aliases)
