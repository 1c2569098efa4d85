import { requests } from './contracts/requests.ts'
import { registerContract } from './register.ts'

registerContract(requests)
