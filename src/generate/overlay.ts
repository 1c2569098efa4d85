import { readFileSync } from 'node:fs'

import { applyPatch, type Operation } from 'rfc6902'
import { parse } from 'yaml'

import { type Edition, defaultEdition } from '../../spec/editions.ts'
import type { Document } from './document.ts'
import { location } from './locations.ts'

/** `extends` names the edition that is patched; `parts` are further files, applied before the patch of this one. */
type Overlay = {
  readonly extends?: Edition
  readonly parts?: readonly string[]
  readonly patch: readonly Operation[]
}

const read = (name: string): Overlay => {
  const overlay: Overlay = parse(readFileSync(location(`spec/overlays/${name}.yaml`), 'utf8'))
  return overlay
}

const patched = (document: Document, name: string, patch: readonly Operation[]): Document => {
  const copy = structuredClone(document)
  // Values are cloned, because aliases of the YAML file would otherwise be shared between places that later patches change.
  const errors = applyPatch(copy, structuredClone([...patch]))
  errors.forEach((error, index) => {
    if (error === null) return
    const { op, path } = patch[index] ?? { op: '?', path: '?' }
    throw new Error(
      `Failed to apply ${name}.yaml, because ${op} ${path} does not fit: ${error.name}`,
    )
  })
  return copy
}

/** The document of an edition, from the bundled one of the default edition. */
export const applyOverlays = (document: Document, edition: Edition): Document => {
  if (edition === defaultEdition) return document
  const overlay = read(edition)
  const base = applyOverlays(document, overlay.extends ?? defaultEdition)
  const parts = (overlay.parts ?? []).reduce(
    (soFar, part) => patched(soFar, part, read(part).patch),
    base,
  )
  return patched(parts, edition, overlay.patch)
}
