import { testMutantsOf } from './mutants.fixture.ts'

testMutantsOf('no-change')
