// In a query as it is, in JSON as some write it (`\u0026`), in HTML (`&amp;`) and in a query of a query (`%26`).
const before = String.raw`(?:[?&;]|u0026|u003f|%(?:25)*(?:26|3f))`
const names = 'X-Amz-(?:Signature|Security-Token|Credential)|Signature|AWSAccessKeyId'
const equals = String.raw`(?:=|\\*u003d|%(?:25)*3d)`
// Until the next `&`, whichever way it is written; no further than the stack of an expression reaches.
const value = String.raw`(?:[\w.~+/=:*-]|\\+(?:\/|u00(?:2b|2f|3d))|%(?!(?:25)*(?:26|23|22|27|3c|3e|20))(?:25)*[0-9a-f]{2}){1,100000}`
const inQueries = new RegExp(`(${before}(?:${names})${equals})${value}`, 'gi')

const inHeaders = /\b(Signature(?:=|\\*u003d|%(?:25)*3d))[0-9a-f]{64}\b/gi

/** Text whose presigned links lead nowhere: who holds such a link may read what it leads to. The rest of the link stays. */
export const withoutPresigned = (text: string, placeholder: string): string =>
  text
    .replaceAll(inQueries, (_, start: string) => start + placeholder)
    .replaceAll(inHeaders, (_, start: string) => start + placeholder)
