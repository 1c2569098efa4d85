import { permissions } from './contracts/permissions.ts'
import { registerContract } from './register.ts'

registerContract(permissions)
