import { giving, type Alteration } from './alteration.ts'

/** Pages of a list. The next one is asked for by what the last one said. */
export const listingAlterations = {
  'first-page-of-two': giving({ MaxItems: 2 }),
  'first-page-of-five': giving({ MaxItems: 5 }),
  'for-its-runtime': (call, known) =>
    giving({ CompatibleRuntime: known.bindings.runtime })(call, known),
  'next-page': (call, { fn, layer }) => {
    const page = call.operation === 'ListLayerVersions' ? layer?.page : fn?.page
    return page === undefined
      ? undefined
      : { ...call, input: { ...call.input, MaxItems: page.size, Marker: page.marker } }
  },
} as const satisfies Readonly<Record<string, Alteration>>
