import { testMutantsOf } from './mutants.test-kit.ts'

testMutantsOf('update-function-code')
