import type { Area } from '../../spec/rules/catalogue.ts'
import type { DirectedProgramName } from './directed.ts'

/** The programs that between them exercise every rule of an area: what a run of some rules only has to carry out. */
export const programsOf = {
  'publish-version': ['publish-descriptions', 'update-in-progress'],
  'update-function-code': ['update-code', 'update-in-progress'],
  'publish-layer-version': ['layers'],
  'no-change': [
    'repeat-publish',
    'change-then-publish',
    'touch-then-publish',
    'no-change-by-other-calls',
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
  ],
  'code-sha256': ['publish-with-code-sha256', 'first-publish'],
  preconditions: ['publish-with-both'],
  versions: ['publish-descriptions', 'versions-stay', 'update-code'],
  listing: ['long-list'],
  deletion: ['delete-function'],
  independence: ['two-functions'],
  aliases: ['alias-life'],
  permissions: ['policy-life'],
  names: ['function-names'],
  requests: ['bodies'],
  errors: ['publish-with-revision-id', 'update-with-revision-id'],
  messages: ['messages'],
  supporting: ['every-operation', 'no-change-by-other-calls', 'update-with-revision-id'],
} as const satisfies Readonly<
  Record<Area, readonly [DirectedProgramName, ...DirectedProgramName[]]>
>
