import { expect, test } from 'vitest'
import { embeddedMutants, type EmbeddedMutant } from '../embedded.ts'
import { referenceDriver } from '../run/reference-driver.fixture.ts'
import { kill } from './kill.ts'
import { matrixPage } from './matrix-page.ts'

const rule = 'publish-version/success-is-201'
const first = async (): Promise<EmbeddedMutant> => {
  const found = (await embeddedMutants()).find(({ breaks }) => breaks === rule)
  if (found === undefined) throw new Error(`there is no mutant of ${rule}`)
  return found
}

test('a mutant is caught after the calls up to the first breach', async () => {
  const caught = await kill(await first())
  expect(caught).toMatchObject({ unexpected: [], missing: [] })
  expect(caught.requests).toBeGreaterThan(1)
  expect(caught.requests).toBeLessThan(10)
})

test('a subject that is right is no mutant', async () => {
  const mutant = { ...(await first()), driver: () => referenceDriver({}) }
  expect(await kill(mutant)).toMatchObject({ requests: undefined, unexpected: [], missing: [rule] })
})

test('a mutant that breaks what it does not own up to is told', async () => {
  const other = 'errors/request-id'
  const mutant = { ...(await first()), breaks: other }
  expect(await kill(mutant)).toMatchObject({ unexpected: [rule], missing: [other] })
})

test('the page shows every mutant with its requests, and what was missed', async () => {
  const mutant = await first()
  const seen = { mutant, requests: 7, unexpected: [], missing: [] }
  const missed = { ...seen, mutant: { ...mutant, name: 'is sly' }, requests: undefined }
  const page = matrixPage([seen, missed])
  expect(page).toContain(`| \`${rule}\` | ${mutant.name} | quick | 7 |\n`)
  expect(page).toContain(`| \`${rule}\` | is sly | quick | missed |\n`)
})

test('wrappers have a table of their own on the page, with calls', async () => {
  const seen = { mutant: await first(), requests: 7, unexpected: [], missing: [] }
  const wrapper = { ...seen.mutant, name: 'is rude', breaks: 'client/answers' }
  const page = matrixPage([{ ...seen, mutant: wrapper, requests: 3 }, seen])
  const [ofEndpoints = '', ofWrappers = ''] = page.split('\n## Wrappers\n')
  expect(ofEndpoints).toContain(' 1 mutants of the reference endpoint break 1 rules ')
  expect(ofEndpoints).not.toContain('is rude')
  expect(ofWrappers).toContain('| `client/answers` | is rude | 3 |\n')
  expect(ofWrappers).toContain('caught within 3 calls,')
})

test('what was opened for judging is closed', async () => {
  const mutant = await first()
  let closed = 0
  const driver = async () => ({
    ...mutant.driver(),
    close: async () => {
      closed += 1
    },
  })
  await kill({ ...mutant, driver })
  expect(closed).toBe(1)
})
