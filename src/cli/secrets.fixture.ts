import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbedded } from '../embedded.ts'

/** Credentials that nobody has, with every letter that some encoding writes in another way. */
export const planted = {
  id: 'AKIAPLANTEDQ7ENVIRON',
  key: 'pl4nted/wJalr+XUtnFEMI/K7MDENG=bPxRfiCY',
  token: `PLANTEDtoken//${'q8Z+/r3=Tk0'.repeat(3)}${'mN5+/v1=Lp'.repeat(9)}==`,
} as const

/** Others, in a file of profiles. */
export const profiled = {
  id: 'AKIAPROFILED9Q7FILEX',
  key: 'pr0filed/aBcdE+fGhijKLM/nOpqRS=tUvwXyZ1',
  token: `PROFILEDtoken//${'w7Y+/s2=Uj9'.repeat(3)}${'kB4+/c8=Dq'.repeat(9)}==`,
} as const

/** What the service itself signs its links with. */
const ofTheService = {
  signature: 'fedcba9876543210'.repeat(4),
  credential: 'ASIASERVICE9PLANTED0',
  token: `SERVICEtoken${'x6V+/t4=Wi8'.repeat(4)}`,
} as const

const link = `https://packages.example/p.zip?versionId=1&X-Amz-Security-Token=${encodeURIComponent(ofTheService.token)}&X-Amz-Credential=${ofTheService.credential}%2F20260101%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Signature=${ofTheService.signature}`

const unicode = (text: string): string =>
  Array.from(text, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const references = (text: string): string =>
  Array.from(text, (letter) => `&#${letter.charCodeAt(0)};`).join('')
const html = (text: string): string =>
  text.replaceAll('/', '&#x2F;').replaceAll('+', '&#43;').replaceAll('=', '&#61;')
const slashed = (text: string): string => text.replaceAll('/', String.raw`\/`)

/** The ways in which a text may be written into what a run leaves. */
const written = (secret: string): readonly string[] => [
  secret,
  secret.toLowerCase(),
  encodeURIComponent(secret),
  encodeURIComponent(encodeURIComponent(secret)),
  unicode(secret),
  JSON.stringify(unicode(secret)).slice(1, -1),
  slashed(secret),
  JSON.stringify(slashed(secret)).slice(1, -1),
  references(secret),
  html(secret),
  html(secret).replaceAll('&', '&amp;'),
]

/** Base64 of a text at any place in another: what of it does not depend on the text around. */
const inBase64 = (secret: string): readonly string[] =>
  [0, 1, 2].map((offset) =>
    Buffer.from(`${' '.repeat(offset)}${secret}`)
      .toString('base64')
      .slice(offset === 0 ? 0 : 4, -4),
  )

/** Signatures that the subject has seen. */
export type Echo = {
  readonly url: string
  readonly port: number
  readonly signatures: ReadonlySet<string>
  readonly close: () => Promise<void>
}

/**
 * `legal`: the reference endpoint, which echoes in members and headers of its own. `broken`: also in the names and messages
 * of errors, and a publish is not one. `refusing`: 403. `garbage`: no JSON.
 */
export type EchoKind = 'legal' | 'broken' | 'refusing' | 'garbage'

type Secrets = Readonly<Record<'id' | 'key' | 'token', string>>

/** A subject that says all it was sent, and what it was not sent as well, in every place it can. */
export const startEcho = async (kind: EchoKind, secrets: Secrets = planted): Promise<Echo> => {
  const behind = await startEmbedded()
  const signatures = new Set<string>()
  const everyWay = Object.values(secrets).flatMap(written).join(' ')

  const answer = async (incoming: IncomingMessage) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const { method = 'GET', url = '/', headers } = incoming
    const [, signature] = /Signature=([0-9a-f]{64})/.exec(headers.authorization ?? '') ?? []
    if (signature !== undefined) signatures.add(signature)
    const sent = `${JSON.stringify(headers)} ${everyWay}`
    const reply = await fetch(`${behind.url}${url}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: 'none' },
      body: method === 'GET' || method === 'DELETE' ? null : Buffer.concat(chunks),
    })
    return { reply, text: await reply.text(), sent, headers }
  }

  const spoilt = (text: string, sent: string, status: number): string => {
    if (kind === 'garbage') return `<html>${sent}</html>`
    if (kind === 'refusing') return JSON.stringify({ Type: 'User', Message: `no: ${sent}` })
    if (!text.startsWith('{')) return text
    const value = JSON.parse(text)
    value.Echo = { [sent]: [sent] }
    if (value.Code !== undefined) value.Code.Location = link
    if (kind === 'broken' && status >= 400) value.Message = value.message = `no: ${sent}`
    if (kind === 'broken' && value.Version !== undefined) value.Version = `9 ${sent}`
    return JSON.stringify(value)
  }

  const server = createServer((incoming, outgoing) => {
    const done = async (): Promise<void> => {
      const { reply, text, sent, headers } = await answer(incoming)
      const status = kind === 'refusing' ? 403 : reply.status
      const error = reply.headers.get('x-amzn-errortype')
      outgoing.writeHead(status, {
        ...Object.fromEntries(
          ['content-type', 'x-amzn-requestid'].map((name) => [name, reply.headers.get(name) ?? '']),
        ),
        server: `echo ${headers.authorization} ${secrets.token}`,
        location: `https://${secrets.id}.example/?token=${encodeURIComponent(secrets.token)}`,
        [`x-${secrets.id}`]: secrets.key,
        'x-echo': JSON.stringify(headers),
        ...(kind === 'refusing' ? { 'x-amzn-errortype': `Denied${secrets.id}` } : {}),
        ...(error === null || kind === 'refusing'
          ? {}
          : { 'x-amzn-errortype': kind === 'broken' ? `${error} ${secrets.key}` : error }),
      })
      outgoing.end(status === 204 ? undefined : spoilt(text, sent, status))
    }
    done().catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    signatures,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await behind.close()
    },
  }
}

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Every file below a folder, by its name. */
export const textsIn = async (folder: string): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await Promise.all(
      (await filesIn(folder)).map(async (file): Promise<[string, string]> => [
        file,
        await readFile(file, 'utf8'),
      ]),
    ),
  )

/** What a text shows of all that is secret, in words. */
export const shownIn = (text: string, seen: ReadonlySet<string>): readonly string[] => [
  ...Object.entries({ planted, profiled, ofTheService }).flatMap(([whose, secrets]) =>
    Object.entries(secrets).flatMap(([name, secret]) =>
      [...written(secret), ...inBase64(secret)].some((form) => text.includes(form))
        ? [`${whose}.${name}`]
        : [],
    ),
  ),
  ...(/Signature=[0-9a-f]{64}/.test(text) ? ['a signature'] : []),
  ...((text.match(/[0-9a-f]{64}/gi) ?? []).some((digits) => seen.has(digits.toLowerCase()))
    ? ['a signature that was sent']
    : []),
]
