/** What the steps of a composite action can ask for. */
export type Context = {
  readonly inputs: Readonly<Record<string, string>>
  /** Outputs by the id of the step. */
  readonly steps: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const unknown = (expression: string): Error =>
  new Error(
    `Failed to evaluate "${expression}", because it is none of the forms known here; teach expression.fixture.ts`,
  )

const inputReference = /^inputs\.([\w-]+)$/
const outputReference = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/

const reference = (expression: string, { inputs, steps }: Context): string => {
  const [, input] = inputReference.exec(expression) ?? []
  if (input !== undefined) {
    const value = inputs[input]
    if (value === undefined) throw unknown(expression)
    return value
  }
  const [, step, output] = outputReference.exec(expression) ?? []
  if (step === undefined || output === undefined) throw unknown(expression)
  // As on GitHub, an output that was never written is empty.
  return steps[step]?.[output] ?? ''
}

/** Text with `${{ … }}` in it. */
export const interpolate = (text: string, context: Context): string =>
  text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_whole, inner: string) => reference(inner.trim(), context))

const term = (expression: string, context: Context): boolean => {
  if (expression === 'always()') return true
  const [, left, right] = /^(\S+) != '([^']*)'$/.exec(expression) ?? []
  if (left === undefined || right === undefined) throw unknown(expression)
  return reference(left, context) !== right
}

/** An `if:` of terms joined by `&&`; one without `always()` holds only as long as no step has failed. */
export const condition = (text: string | undefined, context: Context, failed: boolean): boolean => {
  const terms = (text ?? 'success()').split(' && ').filter((each) => each !== 'success()')
  if (failed && !terms.includes('always()')) return false
  return terms.every((each) => term(each, context))
}
