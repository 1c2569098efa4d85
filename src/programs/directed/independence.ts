import type { Action } from '../action.ts'
import { change, code, create, layer, on, publish, readOther, remove } from './actions.ts'

/** What is done to one function, and another one looked at after it. The same code is in both at first. */
export const independencePrograms = {
  'two-functions': [
    { operation: 'DeleteFunction', fn: 'f1' },
    create(),
    create('f1'),
    publish({}, 'f1'),
    { operation: 'CreateAlias', fn: 'f1' },
    readOther,
    publish(),
    readOther,
    code('b'),
    readOther,
    change('MemorySize'),
    readOther,
    publish(),
    publish({ revision: 'current' }, 'f1'),
    readOther,
    on('CreateAlias'),
    on('AddPermission'),
    readOther,
    { operation: 'GetAlias', fn: 'f1' },
    remove('first'),
    { operation: 'GetFunctionConfiguration', fn: 'f1', version: 'first' },
    layer('a'),
    { operation: 'ListVersionsByFunction', fn: 'f1' },
    { operation: 'DeleteFunction', fn: 'f0' },
    readOther,
    code('c', { publish: true }, 'f1'),
  ],
} as const satisfies Readonly<Record<string, readonly Action[]>>
