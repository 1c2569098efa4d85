import openapiTS, { astToString } from 'openapi-typescript'

import type { Document } from './document.ts'

const perOperation = `
type Given<T> = [NonNullable<T>] extends [never] ? unknown : NonNullable<T>
type Content<T> = NonNullable<T> extends { readonly content: { readonly 'application/json': infer C } } ? C : unknown
type Success = 200 | 201 | 202 | 204
type Members<T> = [unknown] extends [T] ? Readonly<Record<string, never>> : NonNullable<T>

/** The whole input of each operation: members of the path, the query and the body in one object. */
export type Requests = {
  readonly [O in keyof operations]: Given<operations[O]['parameters']['path']> &
    Given<operations[O]['parameters']['query']> &
    (operations[O] extends { readonly requestBody?: infer B } ? Content<B> : unknown)
}

/** What each operation answers with when it succeeds. Any member may be absent or null. */
export type Replies = {
  readonly [O in keyof operations]: Members<
    Content<operations[O]['responses'][keyof operations[O]['responses'] & Success]>
  >
}
`

/** Types of the default edition. */
export const typesOutput = async (document: Document): Promise<string> => {
  const ast = await openapiTS(JSON.stringify(document), {
    immutable: true,
    defaultNonNullable: false,
  })
  return `${astToString(ast)}${perOperation}`
}
