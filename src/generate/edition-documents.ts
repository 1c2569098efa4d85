import { type Edition, editions } from '../../spec/editions.ts'
import { bundle } from './bundle.ts'
import type { Document } from './document.ts'
import { applyOverlays } from './overlay.ts'
import { prune } from './prune.ts'

export type EditionDocuments = Readonly<Record<Edition, Document>>

export const editionDocuments = (): EditionDocuments => {
  const base = bundle()
  const entries = editions.map((edition) => [edition, prune(applyOverlays(base, edition))])
  return Object.fromEntries(entries) as EditionDocuments
}
