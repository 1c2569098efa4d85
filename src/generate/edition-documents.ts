import type { Edition } from '../../spec/editions.ts'
import { bundle } from './bundle.ts'
import type { Document } from './document.ts'
import { applyOverlays } from './overlay.ts'
import { prune } from './prune.ts'

export type EditionDocuments = Readonly<Record<Edition, Document>>

export const editionDocuments = (): EditionDocuments => {
  const base = bundle()
  const of = (edition: Edition): Document => prune(applyOverlays(base, edition))
  return {
    '2018-11': of('2018-11'),
    '2019-06': of('2019-06'),
    '2024-08': of('2024-08'),
    '2026-07': of('2026-07'),
  }
}
