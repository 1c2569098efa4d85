import type { Failure, FailureStep } from '../report.ts'
import { clientStep, toldInWords } from './client-step.ts'
import { exchange, type Limits } from './exchange.ts'
import { counted } from './labels.ts'
import { isRace, placesOf, whoIn, type Place } from '../timeline-places.ts'
import { outcomeInWords, stepsInWords } from '../words.ts'
import { timeOf } from './timeline.ts'
import { html, nothing, type Markup } from './markup.ts'

export type StoryLimits = {
  /** Characters of each body at the calls that lead to the breach, and at the breach. */
  readonly way: number
  readonly breach: number
  /** Calls; of a longer counterexample the first are left out, its end is the point. */
  readonly steps: number
  /** Calls in the timeline of a race. */
  readonly drawn: number
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
  /** Where several clients called at once. */
  readonly race?: { readonly place: Place; readonly impossible: boolean }
}

/** Who made a call of a race, and whether it is one of those that cannot all be true. */
const who = ({ place, impossible }: NonNullable<StepPlace['race']>): Markup =>
  html`${impossible && html`<span class="cannot">✗</span>`}<span class="by">${whoIn(place)}</span>`

const stepMarkup = (step: FailureStep, at: StepPlace): Markup => {
  const { heading, number, breach, limits, race } = at
  const came = step.client === undefined ? outcomeInWords(step.response) : toldInWords(step.client)
  const time = race === undefined ? '' : timeOf(race.place)
  const inside = html`<summary>
      ${race && who(race)}${heading} <span class="came">→ ${came}</span>${
        time !== '' && html` <span class="at">${time}</span>`
      }
    </summary>
    ${breach}${step.client === undefined ? exchange(step, limits) : clientStep(step, step.client, limits)}`
  return breach === undefined && !race?.impossible
    ? html`<li value="${number}"><details class="step">${inside}</details></li>`
    : html`<li value="${number}"><details class="step" open>${inside}</details></li>`
}

/** The calls in their order, the last one open and with what is wrong about it; of a race, those that cannot be are open. */
export const steps = (failure: Failure, breach: Markup, limits: StoryLimits): Markup => {
  const { steps: all, shrunkFrom, impossible = [] } = failure
  if (all.length === 0) return breach
  const headings = stepsInWords(all)
  const places = isRace(all) ? placesOf(all) : []
  const first = Math.max(0, all.length - limits.steps)
  const shrunk =
    shrunkFrom > all.length ? `, shrunk from ${shrunkFrom.toLocaleString('en-US')}` : ''
  const left =
    first === 0
      ? nothing
      : html`<p class="cut">The first ${first} are in <code>${limits.whole}</code> alone.</p>`
  const shown = all.slice(first).map((step, index) => {
    const at = first + index
    const place = places[at]
    const isBreach = place === undefined ? at === all.length - 1 : impossible.includes(at)
    return stepMarkup(step, {
      heading: headings[at] ?? step.call.operation,
      number: at + 1,
      limits: { body: isBreach ? limits.breach : limits.way, whole: limits.whole },
      ...(isBreach && place === undefined ? { breach } : {}),
      ...(place === undefined ? {} : { race: { place, impossible: isBreach } }),
    })
  })
  return html`<h5>${counted(all.length, 'call')}${shrunk}</h5>
    ${left}
    <ol class="steps">
      ${shown}
    </ol>`
}
