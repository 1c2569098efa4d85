import type { Action } from '../action.ts'
import { layer, listLayer, readLayer } from './actions.ts'

const layerVersion = (
  operation: 'GetLayerVersion' | 'DeleteLayerVersion',
  altered: 'deleted-layer-version' | 'layer-version-0',
): Action => ({ operation, layer: 'l0', version: 'last', altered })

/** What is listed of layers, in pages too: a page that is not there is not asked for. */
export const listingPrograms = {
  'layer-versions': [
    { operation: 'ListLayerVersions', layer: 'l1' },
    layer('a'),
    layer('b'),
    layer('c'),
    listLayer,
    { ...listLayer, altered: 'first-page-of-two' },
    { ...listLayer, altered: 'next-page' },
    { ...listLayer, altered: 'next-page' },
    layer('a', { layer: 'l1' }),
    { operation: 'DeleteLayerVersion', layer: 'l0', version: 'first' },
    layerVersion('GetLayerVersion', 'deleted-layer-version'),
    layerVersion('DeleteLayerVersion', 'deleted-layer-version'),
    layerVersion('GetLayerVersion', 'layer-version-0'),
    layerVersion('DeleteLayerVersion', 'layer-version-0'),
    readLayer('last'),
    { operation: 'GetLayerVersion', layer: 'l1', version: 'first' },
    listLayer,
  ],
} as const satisfies Readonly<Record<string, readonly Action[]>>
