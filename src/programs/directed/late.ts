import type { Action } from '../action.ts'
import { code, create, list, publish, read, remove } from './actions.ts'

/** The last program: what was right in the beginning may be wrong after hundreds of calls, or after a deletion. */
export const latePrograms = {
  'late-publish': [
    create('f0', { altered: 'with-defaults' }),
    publish(),
    publish(),
    publish({ hash: 'current' }),
    code('b'),
    publish(),
    remove('first'),
    code('c'),
    read,
    publish({ revision: 'made-up' }),
    publish({ hash: 'wrong' }),
    code('a', { revision: 'made-up' }),
    read,
    list,
    publish({ revision: 'current' }),
  ],
} as const satisfies Readonly<Record<string, readonly Action[]>>
