import type { Action } from '../action.ts'
import { create, publish, code, read, readOther, list } from './actions.ts'

/** What an update of the code does. */
export const updatingPrograms = {
  'update-code': [
    create(),
    read,
    list,
    code('b'),
    read,
    list,
    code('b'),
    code('c', { publish: true }),
    read,
    code('c', { publish: true }),
    create('f1', { code: 'b', altered: 'under-the-name-of-the-first' }),
    read,
    code('none'),
    code('b', { dryRun: true, altered: 'with-text-as-package' }),
    list,
    read,
    code('b', { dryRun: true, revision: 'current' }),
    code('b', { dryRun: true, altered: 'for-arm64' }),
    code('b', { dryRun: true, publish: true }),
    read,
    list,
    code('b', { dryRun: true, revision: 'stale' }),
    code('b'),
    publish(),
    code('b', { dryRun: true }, 'f1'),
    code('b', {}, 'f1'),
    readOther,
  ],
  // In progress is what a read shows: the first one ends it where two reads are enough.
  'update-in-progress': [
    create(),
    code('b', { hurry: true }),
    publish(),
    read,
    read,
    code('c', { hurry: true }),
    code('a'),
    read,
  ],
} as const satisfies Readonly<Record<string, readonly Action[]>>
