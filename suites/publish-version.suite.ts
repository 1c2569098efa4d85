import { publishVersion } from './contracts/publish-version.ts'
import { registerContract } from './register.ts'

registerContract(publishVersion)
