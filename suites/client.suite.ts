import { client } from './contracts/client.ts'
import { registerContract } from './register.ts'

registerContract(client)
