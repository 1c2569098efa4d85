import { testBrokenWrappers } from './broken-wrappers.fixture.ts'

testBrokenWrappers('members')
