import { giving, type Alteration } from './alteration.ts'

/** What no other area has a use for. */
export const messagesAlterations = {
  'name-that-f0-has': (call, known) =>
    giving({ FunctionName: known.bindings.functionName('f0') })(call, known),
} as const satisfies Readonly<Record<string, Alteration>>
