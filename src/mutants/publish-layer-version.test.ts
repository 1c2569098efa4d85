import { testMutantsOf } from './mutants.fixture.ts'

testMutantsOf('publish-layer-version')
