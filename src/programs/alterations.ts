import type { Alteration } from './alterations/alteration.ts'
import { aliasesAlterations } from './alterations/aliases.ts'
import { deletionAlterations } from './alterations/deletion.ts'
import { listingAlterations } from './alterations/listing.ts'
import { messagesAlterations } from './alterations/messages.ts'
import { namesAlterations } from './alterations/names.ts'
import { permissionsAlterations } from './alterations/permissions.ts'
import { requestsAlterations } from './alterations/requests.ts'
import { updatingAlterations } from './alterations/updating.ts'

/** Every alteration by its name. A name means the same in every release: replay tokens rest on it. */
export const alterations = {
  ...requestsAlterations,
  ...namesAlterations,
  ...aliasesAlterations,
  ...permissionsAlterations,
  ...listingAlterations,
  ...deletionAlterations,
  ...messagesAlterations,
  ...updatingAlterations,
} as const satisfies Readonly<Record<string, Alteration>>

export type AlterationName = keyof typeof alterations

export const alterationNames = Object.keys(alterations) as readonly AlterationName[]
