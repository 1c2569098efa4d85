import type { Call, JsonObject } from '../call.ts'
import { member, text } from './json.ts'
import type { Page } from './state.ts'

/** The page that a list has shown, where it was asked for in pages and names the next one. */
export const pageAfter = ({ input }: Call, body: JsonObject): Page | undefined => {
  const marker = text(body, 'NextMarker')
  const size = member(input, 'MaxItems')
  return marker && typeof size === 'number' ? { marker, size } : undefined
}
