import type { ErrorObject } from 'ajv/dist/2020.js'

const listed = (values: readonly unknown[]): string => {
  const text = values.map(String).join(', ')
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`
}

/** What was expected, in words, from the keyword that was not met. */
export const expectation = ({ keyword, schema, message }: ErrorObject): string => {
  switch (keyword) {
    case 'type':
      return Array.isArray(schema) ? schema.join(' or ') : String(schema)
    case 'enum':
      return `one of ${listed(Array.isArray(schema) ? schema : [schema])}`
    case 'pattern':
      return `text that matches ${String(schema)}`
    case 'format':
      return `a value of format ${String(schema)}`
    case 'minLength':
      return `at least ${String(schema)} characters`
    case 'maxLength':
      return `at most ${String(schema)} characters`
    case 'minItems':
      return `at least ${String(schema)} items`
    case 'maxItems':
      return `at most ${String(schema)} items`
    case 'minimum':
      return `at least ${String(schema)}`
    case 'maximum':
      return `at most ${String(schema)}`
    case 'required':
      return 'a required member'
    case 'additionalProperties':
      return 'no such member'
    default:
      return message ?? keyword
  }
}
