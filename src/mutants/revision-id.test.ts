import { testMutantsOf } from './mutants.fixture.ts'

testMutantsOf('revision-id')
