/** A function or layer as a request or a reply names it: bare, as partial ARN or as ARN, with or without a qualifier. */
export type ResourceName = { readonly name: string; readonly qualifier?: string }

const splitQualifier = (rest: string): ResourceName => {
  const colon = rest.indexOf(':')
  return colon < 0
    ? { name: rest }
    : { name: rest.slice(0, colon), qualifier: rest.slice(colon + 1) }
}

const behind = (marker: string, identifier: string): string => {
  const at = identifier.indexOf(marker)
  return at < 0 ? identifier : identifier.slice(at + marker.length)
}

export const functionNameIn = (identifier: string): ResourceName =>
  splitQualifier(behind('function:', identifier))

export const layerNameIn = (identifier: string): ResourceName =>
  splitQualifier(behind(':layer:', identifier))
