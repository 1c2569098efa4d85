import { listing } from './contracts/listing.ts'
import { registerContract } from './register.ts'

registerContract(listing)
