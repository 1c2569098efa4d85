import { deletion } from './contracts/deletion.ts'
import { registerContract } from './register.ts'

registerContract(deletion)
