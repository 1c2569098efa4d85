import { testMutantsOf } from './mutants.fixture.ts'

testMutantsOf('publish-version')
