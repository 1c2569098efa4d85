import { testMutantsOf } from './mutants.test-kit.ts'

testMutantsOf('publish-layer-version')
