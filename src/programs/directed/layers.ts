import type { Action } from '../action.ts'
import { layer, listLayer, readLayer } from './actions.ts'

/** Layers. */
export const layersPrograms = {
  layers: [
    layer('a', { description: 'one', license: 3, runtimes: true }),
    layer('a'),
    readLayer('last'),
    readLayer('first'),
    { operation: 'PublishLayerVersion', layer: 'l1', code: 'b' },
    layer('b'),
    readLayer('first'),
    { operation: 'DeleteLayerVersion', layer: 'l0', version: 'last' },
    layer('c'),
    { ...listLayer, altered: 'for-its-runtime' },
    layer('none'),
    layer('a', { description: 257 }),
    layer('a', { license: 513 }),
    listLayer,
  ],
} as const satisfies Readonly<Record<string, readonly Action[]>>
