import { testMutantsOf } from './mutants.test-kit.ts'

testMutantsOf('code-sha256')
