import { updateFunctionCode } from './contracts/update-function-code.ts'
import { registerContract } from './register.ts'

registerContract(updateFunctionCode)
