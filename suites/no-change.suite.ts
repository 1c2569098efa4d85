import { noChange } from './contracts/no-change.ts'
import { registerContract } from './register.ts'

registerContract(noChange)
