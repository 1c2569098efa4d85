import type { Json, JsonObject } from '../call.ts'

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export type Upload = {
  /** The input without the package. */
  readonly rest: JsonObject
  /** The package as it was sent: base64 text, or whatever stood in its place. */
  readonly zipFile?: Json
}

/** The package stands at the top (`UpdateFunctionCode`), in `Code` (`CreateFunction`) or in `Content` (layers). */
export const splitUpload = (input: JsonObject): Upload => {
  const { ZipFile: zipFile, ...rest } = input
  if (zipFile !== undefined) return { rest, zipFile }
  for (const holder of ['Code', 'Content']) {
    const held = input[holder]
    if (!isObject(held)) continue
    const { ZipFile: heldZip, ...others } = held
    if (heldZip === undefined) continue
    const { [holder]: _, ...outside } = input
    const isEmpty = Object.keys(others).length === 0
    return { rest: isEmpty ? outside : { ...outside, [holder]: others }, zipFile: heldZip }
  }
  return { rest: input }
}
