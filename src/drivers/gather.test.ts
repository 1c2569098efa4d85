import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { call, drive, serve, soon } from './raw-server.test-kit.ts'

const reply = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}'

/** Answers every request; how many connections were made, and the requests on each. */
const counting = async () => {
  const requests: number[] = []
  const sockets: Socket[] = []
  const endpoint = await serve((socket) => {
    const nth = requests.push(0) - 1
    sockets.push(socket)
    socket.on('data', () => {
      requests[nth] = (requests[nth] ?? 0) + 1
      socket.write(reply)
    })
  }, 'accept')
  return { endpoint, requests, sockets }
}

const statuses = (exchanges: readonly { readonly outcome: { readonly kind: string } }[]) =>
  exchanges.map(({ outcome }) => outcome.kind)

test('who gathers has a connection for each call before any of them is made', async () => {
  const { endpoint, requests } = await counting()
  const driver = drive(endpoint)
  await driver.gather?.(5)
  await expect.poll(() => requests).toEqual([0, 0, 0, 0, 0])
  const answered = await Promise.all([1, 2, 3, 4, 5].map(() => driver.send(call)))
  expect(statuses(answered)).toEqual(['reply', 'reply', 'reply', 'reply', 'reply'])
  expect(requests).toEqual([1, 1, 1, 1, 1])
})

test('connections that are there already count', async () => {
  const { endpoint, requests } = await counting()
  const driver = drive(endpoint)
  await Promise.all([driver.send(call), driver.send(call)])
  await driver.gather?.(4)
  await driver.gather?.(4)
  await expect.poll(() => requests).toHaveLength(4)
  const answered = await Promise.all([1, 2, 3, 4].map(() => driver.send(call)))
  expect(statuses(answered)).toEqual(['reply', 'reply', 'reply', 'reply'])
  expect(requests).toHaveLength(4)
})

test('a connection that the server has closed meanwhile is not used', async () => {
  const { endpoint, requests, sockets } = await counting()
  const driver = drive(endpoint)
  await driver.gather?.(3)
  await expect.poll(() => sockets).toHaveLength(3)
  for (const socket of sockets) socket.destroy()
  await expect
    .poll(async () => statuses(await Promise.all([driver.send(call), driver.send(call)])))
    .toEqual(['reply', 'reply'])
  expect(requests.slice(0, 3)).toEqual([0, 0, 0])
})

test('where nobody answers, gathering fails nobody: the calls find out', async () => {
  const endpoint = (await serve(() => {})).replace('http:', 'https:')
  const driver = drive(endpoint, soon)
  await driver.gather?.(3)
  expect((await driver.send(call)).outcome).toMatchObject({ kind: 'lost', reason: 'unreachable' })
})

test('connections that were opened and never used are ended with the driver', async () => {
  const { endpoint, sockets } = await counting()
  const driver = drive(endpoint)
  await driver.gather?.(3)
  await driver.close()
  await expect.poll(() => sockets.every(({ destroyed }) => destroyed)).toBe(true)
})
