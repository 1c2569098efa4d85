import type { Circumstances } from './stored.ts'

/** What the files tell and agree on; what they do not agree on is left out. */
export const agreedOn = <Name extends keyof Circumstances>(
  all: readonly Circumstances[],
  name: Name,
): Circumstances[Name] | undefined => {
  const [first, ...others] = all.map((each) => each[name])
  return others.every((other) => other === first) ? first : undefined
}
