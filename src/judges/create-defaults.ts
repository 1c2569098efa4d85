import type { Json, JsonObject } from '../call.ts'
import { member } from '../model/json.ts'
import { breaks, holds, onCallsOf, say, silent, type Judge } from './judge.ts'
import { acceptedBody } from './replies.ts'

const only = (name: string) => (value: Json | undefined) => member(value, name)
const first = (value: Json | undefined) => (Array.isArray(value) ? value[0] : undefined)
const whole = (value: Json | undefined) => value

/** What each member shows of itself, and what that is where a creation did not give it. */
const defaults: Readonly<
  Record<string, readonly [(value: Json | undefined) => Json | undefined, Json]>
> = {
  Architectures: [first, 'x86_64'],
  EphemeralStorage: [only('Size'), 512],
  MemorySize: [whole, 128],
  PackageType: [whole, 'Zip'],
  Timeout: [whole, 3],
  TracingConfig: [only('Mode'), 'PassThrough'],
}

const wrongIn = (input: JsonObject, body: JsonObject) =>
  Object.entries(defaults).flatMap(([name, [part, expected]]) => {
    const shown = part(body[name])
    if (input[name] !== undefined || shown === undefined || shown === expected) return []
    return [{ name, expected, shown }]
  })

/** A reply that leaves a member out says nothing of it. */
export const createDefaults: Judge = onCallsOf('CreateFunction', (answered) => {
  const body = acceptedBody(answered)
  const isSaid = Object.keys(defaults).some((name) => body?.[name] !== undefined)
  if (body === undefined || answered.call.partial || !isSaid) return silent
  const [wrong] = wrongIn(answered.call.input, body)
  return wrong === undefined
    ? holds
    : breaks(
        `${wrong.name} ${say(wrong.expected)}, as none was given`,
        `${wrong.name} ${say(wrong.shown)}`,
      )
})
