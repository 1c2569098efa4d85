import { testMutantsOf } from './mutants.fixture.ts'

testMutantsOf('concurrency')
