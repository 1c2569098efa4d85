import type { Action, FunctionSlot } from '../action.ts'
import { code, create, list, on, publish, read, readVersion, remove } from './actions.ts'

const removeFunction = (fn: FunctionSlot = 'f0'): Action => ({ operation: 'DeleteFunction', fn })

export const deletionPrograms = {
  'delete-versions': [
    create('f0', { publish: true }),
    code('b', { publish: true }),
    { ...list, altered: 'first-page-of-two' },
    { ...list, altered: 'next-page' },
    { ...list, altered: 'next-page' },
    on('CreateAlias'),
    remove('last'),
    { ...removeFunction(), altered: 'latest-as-qualifier' },
    { ...removeFunction(), altered: 'alias-as-qualifier' },
    read,
    list,
    on('DeleteAlias'),
    remove('last'),
    read,
    readVersion('first'),
    { ...removeFunction(), altered: 'number-never-given' },
    list,
    publish(),
  ],
  'delete-function': [
    create('f0', { publish: true }),
    on('CreateAlias'),
    removeFunction(),
    read,
    publish(),
    code('b'),
    removeFunction(),
    create(),
    list,
    on('GetAlias'),
    code('b'),
    publish(),
  ],
} as const satisfies Readonly<Record<string, readonly Action[]>>
