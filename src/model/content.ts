import type { Json, JsonObject } from '../call.ts'
import { isObject, member, sameJson } from './json.ts'

/** What a version fixes: code and configuration, reduced to what a user sets. Absent, null, "" and empty are the same. */
export type Content = Readonly<Record<string, Json>>

const whole = (value: Json): Json => value
const only =
  (name: string) =>
  (value: Json): Json | undefined =>
    member(value, name)

/**
 * Members that a version takes over from $LATEST, each with the part of it that the user sets. Not the whole of each:
 * SnapStart's OptimizationStatus is "Off" for $LATEST and "On" for its version, and a layer's CodeSize is the layer's.
 */
const parts: Readonly<Record<string, (value: Json) => Json | undefined>> = {
  CodeSha256: whole,
  Description: whole,
  Environment: only('Variables'),
  Handler: whole,
  MemorySize: whole,
  Timeout: whole,
  Runtime: whole,
  Role: whole,
  TracingConfig: only('Mode'),
  EphemeralStorage: only('Size'),
  LoggingConfig: whole,
  Layers: (value) =>
    Array.isArray(value) ? value.map((layer: Json) => member(layer, 'Arn') ?? null) : value,
  Architectures: whole,
  SnapStart: only('ApplyOn'),
  KMSKeyArn: whole,
  DeadLetterConfig: only('TargetArn'),
  FileSystemConfigs: whole,
  PackageType: whole,
}

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0)

export const contentOf = (configuration: JsonObject): Content =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([name, part]) => {
      const value = member(configuration, name)
      const content = value === undefined ? undefined : part(value)
      return content === undefined || isEmpty(content) ? [] : [[name, content]]
    }),
  )

/** Names of the members in which two contents differ. */
export const differences = (a: Content, b: Content): readonly string[] =>
  Object.keys(parts).filter((name) => !sameJson(a[name], b[name]))

/** Like `differences`, but only members that both have: one of two replies may show less than the other. */
export const conflicts = (a: Content, b: Content): readonly string[] =>
  differences(a, b).filter((name) => a[name] !== undefined && b[name] !== undefined)

/** Like `differences`, but only members that `known` has: a reply that leaves a member out says nothing of it. */
export const contradictions = (known: Content, shown: Content): readonly string[] =>
  differences(known, shown).filter((name) => known[name] !== undefined)
