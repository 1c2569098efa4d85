import { versions } from './contracts/versions.ts'
import { registerContract } from './register.ts'

registerContract(versions)
