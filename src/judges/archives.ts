import type { Json } from '../call.ts'

/** "PK" and the marks of a file's header; an archive without any file in it begins with "PK" and others. */
const beginning = { ofAny: 'UEs', ofFiles: 'UEsDB' } as const

/** An archive with something in it, in base64. */
export const isArchive = (value: Json | undefined): boolean =>
  typeof value === 'string' &&
  value.startsWith(beginning.ofFiles) &&
  value.length % 4 === 0 &&
  /^[A-Za-z0-9+/]*={0,2}$/.test(value)

/** Bytes in base64 that begin no archive. What a service makes of an archive without files is not settled. */
export const isNoArchive = (value: string): boolean =>
  value !== '' && !value.startsWith(beginning.ofAny)

/** What takes the place of something that is no archive, where all the rest of a request is to be looked at. */
export const someArchive = beginning.ofFiles.padEnd(8, 'A')
