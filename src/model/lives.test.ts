import { expect, test } from 'vitest'
import { created, known, on, reply, shown, told, type Told } from './model.fixture.ts'
import { nothingCertain } from './state.ts'

const published = (Version: string): Told => [
  on('PublishVersion'),
  reply(201, shown({ Version, RevisionId: `v${Version}` })),
]
const deleted = (input: Told[0]['input'] = {}): Told => [on('DeleteFunction', input), reply(204)]

test('of a function made again all is known but where its numbers begin', () => {
  const fn = known(created, published('1'), deleted(), created)
  expect(fn).toMatchObject({ existence: 'exists', fromBirth: false, unclear: false, highest: 0 })
  expect(fn.versions.size).toBe(0)
  expect(fn.earlier).toMatchObject({ existence: 'absent', highest: 1, revisions: ['r1'] })
})

test('where others may have used the name in between, nothing is certain of it', () => {
  const fn = told([created, deleted(), created], nothingCertain).functions.get('f')
  expect(fn).toMatchObject({ unclear: true })
  expect(fn?.earlier).toBeUndefined()
})

test('a deletion of $LATEST or of an alias that is taken leaves everything open', () => {
  expect(known(created, deleted({ Qualifier: '$LATEST' }))).toMatchObject({
    existence: 'exists',
    unclear: true,
  })
  expect(known(created, deleted({ Qualifier: 'live' }))).toMatchObject({ unclear: true })
})

test('the step that last showed $LATEST in a read is remembered', () => {
  const read: Told = [on('GetFunctionConfiguration'), reply(200, shown())]
  expect(known(created).readAt).toBeUndefined()
  expect(known(created, read, published('1'), read).readAt).toBe(3)
  const ofVersion: Told = [
    on('GetFunctionConfiguration', { Qualifier: '1' }),
    reply(200, shown({ Version: '1' })),
  ]
  expect(known(created, read, published('1'), ofVersion).readAt).toBe(1)
})
