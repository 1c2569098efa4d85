import type { Failure, FailureStep } from '../report.ts'
import { clientStep, toldInWords } from './client-step.ts'
import { exchange, outcomeInWords, type Limits } from './exchange.ts'
import { counted } from './labels.ts'
import { stepsInWords } from '../words.ts'
import { html, nothing, type Markup } from './markup.ts'

export type StoryLimits = {
  /** Characters of each body at the calls that lead to the breach, and at the breach. */
  readonly way: number
  readonly breach: number
  /** Calls; of a longer counterexample the first are left out, its end is the point. */
  readonly steps: number
  /** With the lines for a shell. */
  readonly shell: boolean
  /** The file that has it all. */
  readonly whole: string
}

type StepPlace = {
  readonly heading: string
  readonly number: number
  readonly limits: Limits
  /** Stands where the rule is broken: at the last call. */
  readonly breach?: Markup
}

const stepMarkup = (step: FailureStep, { heading, number, breach, limits }: StepPlace): Markup => {
  const came = step.client === undefined ? outcomeInWords(step.response) : toldInWords(step.client)
  const inside = html`<summary>${heading} <span class="came">→ ${came}</span></summary>
    ${breach}${step.client === undefined ? exchange(step, limits) : clientStep(step, step.client, limits)}`
  return breach === undefined
    ? html`<li value="${number}"><details class="step">${inside}</details></li>`
    : html`<li value="${number}"><details class="step" open>${inside}</details></li>`
}

/** The calls in their order, the last one open and with what is wrong about it. */
export const steps = (failure: Failure, breach: Markup, limits: StoryLimits): Markup => {
  const { steps: all, shrunkFrom } = failure
  if (all.length === 0) return breach
  const headings = stepsInWords(all)
  const first = Math.max(0, all.length - limits.steps)
  const shrunk =
    shrunkFrom > all.length ? `, shrunk from ${shrunkFrom.toLocaleString('en-US')}` : ''
  const left =
    first === 0
      ? nothing
      : html`<p class="cut">The first ${first} are in <code>${limits.whole}</code> alone.</p>`
  const shown = all.slice(first).map((step, index) => {
    const number = first + index + 1
    const heading = headings[number - 1] ?? step.call.operation
    const place = { heading, number }
    return number === all.length
      ? stepMarkup(step, { ...place, limits: { body: limits.breach, whole: limits.whole }, breach })
      : stepMarkup(step, { ...place, limits: { body: limits.way, whole: limits.whole } })
  })
  return html`<h5>${counted(all.length, 'call')}${shrunk}</h5>
    ${left}
    <ol class="steps">
      ${shown}
    </ol>`
}
