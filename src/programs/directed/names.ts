import type { Action } from '../action.ts'
import { change, code, create, list, publish, read, readOther } from './actions.ts'

/** Functions by other forms of their names, and by what is no name of theirs. */
export const namesPrograms = {
  'function-names': [
    create(),
    { ...publish(), altered: 'illegal-name' },
    { ...publish(), altered: 'name-of-301' },
    { ...code('b'), altered: 'illegal-name' },
    { ...change('MemorySize'), altered: 'illegal-name' },
    // A read in another writing is a read: it shows that the refusals before it changed nothing.
    { ...read, altered: 'by-encoded-letters' },
    list,
    { ...publish(), altered: 'by-arn' },
    { ...publish(), altered: 'by-partial-arn' },
    { ...publish(), altered: 'latest-behind-the-name' },
    { ...publish(), altered: 'version-behind-the-name' },
    { ...code('b'), altered: 'version-behind-the-name' },
    { ...read, altered: 'by-arn' },
    { ...code('b'), altered: 'by-arn' },
    { ...code('b'), altered: 'latest-behind-the-name' },
    { ...change('MemorySize'), altered: 'by-arn' },
    { ...read, altered: 'qualifier-of-129' },
    { ...read, altered: 'illegal-qualifier' },
    read,
    { ...read, altered: 'by-function-and-name' },
    { ...read, altered: 'by-arn-with-plain-colons' },
    { ...read, altered: 'illegal-name' },
    { ...read, altered: 'arn-of-another-region' },
    { ...read, altered: 'arn-of-another-account' },
    { ...read, altered: 'version-behind-the-arn' },
    { ...read, altered: 'another-qualifier-beside-the-name' },
    { ...read, altered: 'the-same-qualifier-beside-the-name' },
    { ...read, altered: 'lower-case-latest-behind-the-name' },
    // The least usual form comes last: where it is met with a failure, nobody knows what became of the function.
    { ...code('c'), altered: 'by-partial-arn' },
    { ...change('MemorySize'), altered: 'by-partial-arn' },
    { ...read, altered: 'by-partial-arn' },
  ],
  'long-names': [
    { ...create('f1'), altered: 'name-of-65' },
    { ...readOther, altered: 'name-of-65' },
    { ...create('f1'), altered: 'name-of-64' },
  ],
} as const satisfies Readonly<Record<string, readonly Action[]>>
