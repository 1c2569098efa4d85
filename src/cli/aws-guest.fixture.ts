import { expect } from 'vitest'
import { operationNames } from '../../spec/operations.ts'
import { bareName, type OnAws } from './aws.fixture.ts'

/** `function:NAME`, or `NAME:QUALIFIER`, or `ACCOUNT:function:NAME`. */
const plain = (name: string): string =>
  bareName(name)
    .replace(/^(?:\d{12}:)?(?:function:)?/, '')
    .replace(/:.*$/s, '')

const changes = (method: string): boolean => method !== 'GET'

/** Whatever became of the run: it called what the contract is about and nothing else, on what is its own, and left nothing. */
export const expectGoodGuest = ({ log, left, stdout, stderr }: OnAws): void => {
  const operations = new Set(log.map(({ operation }) => operation ?? 'another'))
  expect([...operations].filter((each) => !operationNames.some((name) => name === each))).toEqual(
    [],
  )
  expect(
    log.filter(({ target }) => /invocations|concurrency|event-source|url/i.test(target)),
  ).toEqual([])
  const changed = log.filter(({ method, name }) => changes(method) && name !== '')
  const runs = new Set(
    changed.map(({ name }) => plain(name).slice(0, 'lambda-conformance-1f0c93ab-'.length)),
  )
  expect(runs.size).toBe(1)
  expect([...runs][0]).toMatch(/^lambda-conformance-[0-9a-f]{8}-$/)
  expect(left).toEqual([])
  expect(`${stdout}${stderr}`).not.toMatch(/k7MDENGbPxRf|FwoGZXIvYXdz|ASIAEXAMPLE/)
}
