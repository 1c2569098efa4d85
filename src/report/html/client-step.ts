import type { ClientRequest, FailureStep } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { outcomeInWords } from '../words.ts'
import { bodyBox } from './box.ts'
import { exchange, type Limits } from './exchange.ts'
import { html, type Markup } from './markup.ts'

type Client = NonNullable<FailureStep['client']>

/** More of them say nothing new. */
const mostSent = 12

const told = (client: Client['told'], { body, whole }: Limits): Markup => {
  if ('nothing' in client)
    return html`<p class="line">nothing: ${sanitize(client.nothing, 300)}</p>`
  if ('output' in client) {
    return html`<p class="line"><b>success</b></p>
      ${bodyBox(JSON.stringify(client.output), body, whole)}`
  }
  const { name = 'an error without a name', status, message } = client.error
  return html`<p class="line"><b>${status} ${sanitize(name, 100)}</b></p>
    ${message !== undefined && html`<p>${sanitize(message, 600)}</p>`}`
}

export const toldInWords = ({ told: client }: Client): string => {
  if ('nothing' in client) return 'nothing'
  if ('output' in client) return 'success'
  const { name = 'an error', status } = client.error
  return sanitize(status === undefined ? name : `${status} ${name}`, 100)
}

const sent = (request: ClientRequest, limits: Limits): Markup => {
  const { operation, fault, response } = request
  const what = operation ?? sanitize(`${request.request.method} ${request.request.path}`, 100)
  return html`<li>
    <details class="sent">
      <summary>
        ${what} <span class="came">→ ${outcomeInWords(response)}</span>${
          fault !== undefined && html` <span class="fault">fault: ${fault}</span>`
        }
      </summary>
      ${exchange(request, limits)}
    </details>
  </li>`
}

/** A call through a client: what it was asked, all it sent, and what it told its caller. */
export const clientStep = (step: FailureStep, client: Client, limits: Limits): Markup => {
  const { call, request, response } = step
  const { wire } = client
  const more = wire.length - mostSent
  return html`<div class="client">
    <h6>It was asked for</h6>
    <p class="line">
      ${call.operation}${
        call.fault !== undefined && html`, with the fault <b>${call.fault}</b> on the way`
      }
    </p>
    ${bodyBox(JSON.stringify(call.input), limits.body, limits.whole)}
    <h6>It sent</h6>
    ${
      wire.length === 0
        ? html`<p>nothing</p>`
        : html`<ol class="wire">
            ${wire.slice(0, mostSent).map((each) => sent(each, limits))}
          </ol>`
    }${more > 0 && html`<p class="cut">and ${more} more, in <code>${limits.whole}</code></p>`}
    <h6>It told its caller</h6>
    ${told(client.told, limits)}
    <details class="sent">
      <summary>What a right client sends, and what the caller was told as a reply</summary>
      ${exchange({ request, response }, limits)}
    </details>
  </div>`
}
