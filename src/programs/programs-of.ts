import type { Area } from '../../spec/rules/catalogue.ts'
import type { DirectedProgramName } from './directed.ts'

/** The programs that between them exercise every rule of an area: what a run of some rules only has to carry out. */
export const programsOf = {
  'publish-version': ['publish-descriptions', 'update-in-progress'],
  'update-function-code': ['update-code', 'update-in-progress'],
  'publish-layer-version': ['layers'],
  'no-change': [
    'publish-with-both',
    'repeat-publish',
    'change-then-publish',
    'touch-then-publish',
    'no-change-by-other-calls',
    'late-publish',
  ],
  'revision-id': [
    'every-operation',
    'touch-then-publish',
    'no-change-by-other-calls',
    'first-publish',
    'publish-descriptions',
    'versions-stay',
    'publish-with-revision-id',
    'update-with-revision-id',
    'update-code',
    'update-in-progress',
    'late-publish',
  ],
  'code-sha256': ['publish-with-code-sha256', 'first-publish', 'late-publish'],
  preconditions: ['publish-with-both'],
  versions: ['publish-descriptions', 'versions-stay', 'update-code'],
  listing: ['layers', 'change-then-publish', 'layer-versions', 'delete-versions'],
  deletion: ['delete-versions', 'delete-function', 'layer-versions', 'two-functions'],
  independence: ['two-functions', 'layer-versions'],
  aliases: ['alias-life'],
  permissions: ['policy-life'],
  names: ['function-names', 'long-names', 'layer-requests'],
  requests: ['bodies', 'update-requests', 'layer-requests'],
  errors: ['publish-with-revision-id', 'update-with-revision-id', 'alias-life'],
  messages: [
    'messages',
    'alias-life',
    'policy-life',
    'delete-versions',
    'layer-versions',
    'update-requests',
    'update-code',
    'update-in-progress',
    'versions-stay',
    'publish-descriptions',
  ],
  supporting: [
    'every-operation',
    'no-change-by-other-calls',
    'update-with-revision-id',
    'update-code',
    'update-in-progress',
    'delete-versions',
    'late-publish',
  ],
  client: [
    'client-members',
    'client-refusals',
    'client-refused-for-now',
    'client-connections',
    'client-lost-replies',
    'client-conflicts',
    'client-settling',
  ],
} as const satisfies Readonly<
  Record<Area, readonly [DirectedProgramName, ...DirectedProgramName[]]>
>

/** What a quick run lets a client do of which every call is dear: all that is about clients, and the heart of the contract. */
export const programsOfDearClients: readonly DirectedProgramName[] = [
  ...programsOf.client,
  'repeat-publish',
  'publish-with-both',
  'layers',
]
