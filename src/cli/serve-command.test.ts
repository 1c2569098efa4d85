import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { someArchive } from '../../fixtures/mutants/faults-by.ts'
import { portOf } from '../report/echo-server.fixture.ts'
import { variantNames } from '../embedded.ts'
import * as help from './help.ts'
import { fakeIo } from './io.fixture.ts'
import { serveCommand } from './serve-command.ts'
import { UsageError } from '../run/errors.ts'

const urlOf = async (out: () => string): Promise<string> => {
  while (out() === '') await new Promise((resolve) => setTimeout(resolve, 5))
  return /on (http:\S+)\n$/.exec(out())?.[1] ?? ''
}

test.each([undefined, 'asynchronous'])(
  'the endpoint (variant %s) answers until it is interrupted',
  async (variant) => {
    const io = fakeIo()
    const served = serveCommand(
      { port: 0, host: '127.0.0.1', ...(variant === undefined ? {} : { variant }) },
      io,
    )
    const url = await urlOf(io.out)
    expect((await fetch(`${url}/2015-03-31/functions/none`)).status).toBe(404)
    io.interrupt()
    expect(await served).toBe(0)
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  },
)

test('a port in use is wrong usage', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const port = portOf(other)
  await expect(serveCommand({ port, host: '127.0.0.1' }, fakeIo())).rejects.toThrow(
    new UsageError(`port ${port} of 127.0.0.1 is in use; give another --port, or 0 for a free one`),
  )
  other.close()
})

test('an address of another machine is wrong usage', async () => {
  await expect(serveCommand({ port: 0, host: '192.0.2.1' }, fakeIo())).rejects.toThrow(
    '--host is no address of this machine: "192.0.2.1"; give one like 127.0.0.1',
  )
})

test('an unknown variant is refused with the nearest', async () => {
  await expect(
    serveCommand({ port: 0, host: '127.0.0.1', variant: 'asynchronus' }, fakeIo()),
  ).rejects.toThrow(
    /^--variant names no variant: "asynchronus"\. Did you mean "asynchronous"\? There are: default, /,
  )
})

test('a mutant does one thing wrong', async () => {
  const io = fakeIo()
  const mutant = 'publish-layer-version/success-is-201'
  const served = serveCommand({ port: 0, host: '127.0.0.1', mutant }, io)
  const url = await urlOf(io.out)
  expect(io.out()).toMatch(/^a subject that answers a layer publish with 200\n/)
  const body = JSON.stringify({ Content: { ZipFile: someArchive } })
  const reply = await fetch(`${url}/2018-10-31/layers/l/versions`, { method: 'POST', body })
  expect(reply.status).toBe(200)
  io.interrupt()
  expect(await served).toBe(0)
})

test.each([
  [
    { mutant: 'no-change/repeat-publish-is-200' },
    /^--mutant names no mutant: .*Did you mean "no-change\/repeat-publish-is-201"\?/,
  ],
  [
    { mutant: 'no-change/repeat-publish-is-201:99' },
    /: "no-change\/repeat-publish-is-201:99"\. no-change\/repeat-publish-is-201 has \d+, counted from 1\./,
  ],
  [{ mutant: 'publish-version/empty-description' }, /^--mutant names no mutant: .*level must/],
  [
    { mutant: 'no-change/repeat-publish-is-201', variant: 'default' },
    /^--variant and --mutant exclude each other/,
  ],
])('a mutant that is not there (%j) is refused', async (options, words) => {
  const served = serveCommand({ port: 0, host: '127.0.0.1', ...options }, fakeIo())
  await expect(served).rejects.toThrow(UsageError)
  await expect(served).rejects.toThrow(words)
})

test('the help of serve names every variant', async () => {
  const [, listed = ''] = /Variants: ([^]*?)\n\n/.exec(`${help.serve}\n\n`) ?? []
  expect(
    listed
      .split('\n')
      .join(' ')
      .split(/, ?/)
      .map((name) => name.trim()),
  ).toEqual(await variantNames())
})
