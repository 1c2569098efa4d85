import { judgeTargets } from './judges.fixture.ts'
import { parserTargets } from './parser.fixture.ts'
import { readerTargets } from './readers.fixture.ts'
import type { Target } from './target.fixture.ts'
import { writerTargets } from './writers.fixture.ts'

export const targets: readonly Target[] = [
  ...parserTargets,
  ...readerTargets,
  ...writerTargets,
  ...judgeTargets,
]
