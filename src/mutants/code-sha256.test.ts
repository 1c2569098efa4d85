import { testMutantsOf } from './mutants.fixture.ts'

testMutantsOf('code-sha256')
