import { testBrokenWrappers } from './broken-wrappers.fixture.ts'

testBrokenWrappers('answers', 'errors')
