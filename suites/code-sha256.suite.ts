import { codeSha256 } from './contracts/code-sha256.ts'
import { registerContract } from './register.ts'

registerContract(codeSha256)
