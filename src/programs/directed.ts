import { aliasesPrograms } from './directed/aliases.ts'
import { clientPrograms } from './directed/client.ts'
import { deletionPrograms } from './directed/deletion.ts'
import { independencePrograms } from './directed/independence.ts'
import { listingPrograms } from './directed/listing.ts'
import { messagesPrograms } from './directed/messages.ts'
import { namesPrograms } from './directed/names.ts'
import { permissionsPrograms } from './directed/permissions.ts'
import { requestsPrograms } from './directed/requests.ts'
import type { Action, Program } from './action.ts'
import {
  create,
  publish,
  code,
  change,
  on,
  read,
  readVersion,
  getFunction,
  list,
  layer,
  readLayer,
} from './directed/actions.ts'
import { latePrograms } from './directed/late.ts'
import { layersPrograms } from './directed/layers.ts'
import { preconditionsPrograms } from './directed/preconditions.ts'
import { publishingPrograms } from './directed/publishing.ts'
import { updatingPrograms } from './directed/updating.ts'

/**
 * Programs that reach on purpose what random calls would find late or never. Between them they exercise every rule; each
 * begins with functions of its own. The first one calls every operation once, and so tells what the subject implements.
 */
const programs = {
  'every-operation': [
    create(),
    getFunction,
    read,
    publish(),
    readVersion('last'),
    list,
    on('CreateAlias'),
    on('GetAlias'),
    on('UpdateAlias'),
    on('DeleteAlias'),
    change('MemorySize'),
    code('b'),
    on('AddPermission'),
    on('GetPolicy'),
    on('RemovePermission'),
    layer('a'),
    readLayer('last'),
    { operation: 'ListLayerVersions', layer: 'l0' },
    { operation: 'DeleteLayerVersion', layer: 'l0', version: 'last' },
  ],
  ...publishingPrograms,
  ...preconditionsPrograms,
  ...updatingPrograms,
  ...layersPrograms,
  ...listingPrograms,
  ...deletionPrograms,
  ...independencePrograms,
  ...aliasesPrograms,
  ...permissionsPrograms,
  ...namesPrograms,
  ...requestsPrograms,
  ...messagesPrograms,
  ...latePrograms,
  ...clientPrograms,
} as const satisfies Readonly<Record<string, readonly Action[]>>

export type DirectedProgramName = keyof typeof programs

export const directedPrograms: readonly Program[] = Object.entries(programs).map(
  ([name, actions]) => ({ name, actions }),
)
