import { messages } from './contracts/messages.ts'
import { registerContract } from './register.ts'

registerContract(messages)
