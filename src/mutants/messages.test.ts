import { testMutantsOf } from './mutants.fixture.ts'

testMutantsOf('messages')
