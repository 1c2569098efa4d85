import { publishLayerVersion } from './contracts/publish-layer-version.ts'
import { registerContract } from './register.ts'

registerContract(publishLayerVersion)
