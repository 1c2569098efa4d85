import type { Action } from '../action.ts'
import { code, create, on, publish, read } from './actions.ts'

const make = on('CreateAlias')
const readAlias = on('GetAlias')
const update = on('UpdateAlias')

/** An alias from before it is made until after it is deleted. */
export const aliasesPrograms = {
  'alias-life': [
    create(),
    publish(),
    { ...make, altered: 'alias-at-a-version-never-made' },
    readAlias,
    make,
    readAlias,
    code('b'),
    publish(),
    readAlias,
    // Taken, and asked to point elsewhere.
    make,
    readAlias,
    { ...make, altered: 'alias-at-latest' },
    { ...update, altered: 'alias-with-a-description' },
    readAlias,
    { ...read, altered: 'by-alias' },
    read,
    { ...update, altered: 'alias-moved-back-with-made-up-revision' },
    { ...update, altered: 'alias-moved-back-with-stale-revision' },
    { ...update, altered: 'alias-moved-back-with-functions-revision' },
    { ...update, altered: 'alias-moved-back-with-versions-revision' },
    { ...update, altered: 'alias-moved-back-with-other-aliases-revision' },
    { ...update, altered: 'alias-at-a-version-never-made' },
    readAlias,
    { ...update, altered: 'alias-moved-back-with-current-revision' },
    readAlias,
    { ...read, altered: 'by-alias' },
    { ...update, altered: 'alias-at-the-first-version' },
    { ...update, altered: 'alias-without-a-version' },
    read,
    { ...make, altered: 'alias-named-in-digits' },
    { ...readAlias, altered: 'alias-named-in-digits' },
    { ...update, altered: 'alias-of-another-name' },
    { ...readAlias, altered: 'alias-of-another-name' },
    { ...on('DeleteAlias'), altered: 'alias-of-another-name' },
    on('DeleteAlias'),
    readAlias,
    { ...read, altered: 'by-alias' },
  ],
} as const satisfies Readonly<Record<string, readonly Action[]>>
