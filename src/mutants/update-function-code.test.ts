import { testMutantsOf } from './mutants.fixture.ts'

testMutantsOf('update-function-code')
