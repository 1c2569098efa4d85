import type { ClientRequest } from '../report.ts'
import { sanitize } from '../sanitize.ts'
import { bodyBox } from './box.ts'
import { html, nothing, type Markup } from './markup.ts'

/** How much of each body is shown, and where the whole of it is. */
export type Limits = { readonly body: number; readonly whole: string }

type Exchange = Pick<ClientRequest, 'request' | 'response'>

const mostHeaders = 40

/** As on the wire, a line each: a list would cost more bytes in tags than it holds. */
const headersBlock = (headers: Readonly<Record<string, string>>): Markup => {
  const all = Object.entries(headers)
  if (all.length === 0) return nothing
  const lines = all
    .slice(0, mostHeaders)
    .map(([name, value]) => `${sanitize(name, 80)}: ${sanitize(value, 300)}`)
  const more = all.length - mostHeaders
  return html`<pre class="headers">
${[...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')}</pre>`
}

const requestPart = ({ method, path, body }: Exchange['request'], limits: Limits): Markup =>
  html`<div class="half">
    <h6>Request</h6>
    <p class="line"><b>${sanitize(method, 20)}</b> ${sanitize(path, 600)}</p>
    ${body === undefined ? nothing : bodyBox(body, limits.body, limits.whole)}
  </div>`

const responsePart = (response: Exchange['response'], limits: Limits): Markup =>
  'lost' in response
    ? html`<div class="half">
        <h6>Response</h6>
        <p class="line">none: ${sanitize(response.lost, 300)}</p>
      </div>`
    : html`<div class="half">
        <h6>Response</h6>
        <p class="line"><b>${response.status}</b></p>
        ${headersBlock(response.headers)}${
          response.body === ''
            ? html`<p class="line">no body</p>`
            : bodyBox(response.body, limits.body, limits.whole)
        }
      </div>`

/** A request and what came, as on the wire. */
export const exchange = ({ request, response }: Exchange, limits: Limits): Markup =>
  html`<div class="exchange">${requestPart(request, limits)}${responsePart(response, limits)}</div>`
