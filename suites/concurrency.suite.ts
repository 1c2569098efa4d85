import { concurrency } from './contracts/concurrency.ts'
import { registerContract } from './register.ts'

registerContract(concurrency)
