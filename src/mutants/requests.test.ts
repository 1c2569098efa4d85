import { testMutantsOf } from './mutants.test-kit.ts'

testMutantsOf('requests')
