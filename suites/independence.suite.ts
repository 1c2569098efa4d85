import { independence } from './contracts/independence.ts'
import { registerContract } from './register.ts'

registerContract(independence)
